using System.Globalization;
using System.Text;
using ActorCafe.Cli.Files;

namespace ActorCafe.Cli.Tests.Files;

public sealed class DigitsTests
{
    private delegate int Writer<in T>(T value, Span<byte> to);

    /// <summary>Both ends of the range of each length and of the type, each half of eight digits, and numbers of every magnitude.</summary>
    private static IEnumerable<long> NotNegative
    {
        get
        {
            var power = 1L;
            for (var zeros = 0; zeros <= 18; zeros++)
            {
                yield return power - 1;
                yield return power;
                yield return power + 1;
                power = unchecked(power * 10);
            }

            yield return long.MaxValue;
            for (var half = 0; half < 10_000; half++)
            {
                yield return (half * 10_000) + (9999 - half);
            }

            var random = new Random(1);
            for (var n = 0; n < 10_000; n++)
            {
                yield return random.NextInt64() >> random.Next(63);
            }
        }
    }

    [Fact]
    public void Numbers_are_written_as_the_framework_writes_them()
    {
        foreach (var number in NotNegative.Concat([-1, -100_000_000, long.MinValue]))
        {
            Text(Digits.Write, number).ShouldBe(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Seconds_are_exact_to_the_tick()
    {
        foreach (var ticks in NotNegative)
        {
            Text(Digits.WriteSeconds, new TimeSpan(ticks)).ShouldBe(((decimal)ticks / TimeSpan.TicksPerSecond).ToString("F9", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Microseconds_are_exact_to_the_tick()
    {
        foreach (var ticks in NotNegative)
        {
            Text(Digits.WriteMicroseconds, new TimeSpan(ticks)).ShouldBe(((decimal)ticks / TimeSpan.TicksPerMicrosecond).ToString("0.#", CultureInfo.InvariantCulture));
        }
    }

    private static string Text<T>(Writer<T> write, T value)
    {
        Span<byte> room = stackalloc byte[Digits.Room];
        return Encoding.UTF8.GetString(room[..write(value, room)]);
    }
}
