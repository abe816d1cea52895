using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public class DurationTests
{
    [Theory]
    [InlineData("45s", 45)]
    [InlineData("1.5m", 90)]
    [InlineData("200ms", 0.2)]
    [InlineData("200 ms", 0.2)]
    [InlineData(" 8 hours ", 28_800)]
    [InlineData("8h", 28_800)]
    [InlineData("2d", 172_800)]
    [InlineData("1 day", 86_400)]
    [InlineData("3 minutes", 180)]
    [InlineData("1 second", 1)]
    [InlineData("10 millis", 0.01)]
    [InlineData("5us", 0.000005)]
    [InlineData("7 microseconds", 0.000007)]
    [InlineData("500ns", 0.0000005)]
    [InlineData("500 nanoseconds", 0.0000005)]
    [InlineData("0s", 0)]
    [InlineData("-60s", -60)]
    [InlineData("+5s", 5)]
    [InlineData(".5s", 0.5)]
    [InlineData(".0s", 0)]
    [InlineData("2h15m", 8_100)]
    [InlineData("1h 30m 15.5s", 5_415.5)]
    [InlineData("-1h30m", -5_400)]
    [InlineData("1.70us", 0.0000017)]
    [InlineData("0.0000001s", 0.0000001)]
    [InlineData("0.00048828125d", 42.1875)]
    [InlineData("1.00000000000000000000000000000000s", 1)]
    public void A_duration_is_a_number_and_a_unit(string text, double seconds)
    {
        HoconDuration.TryParse(text, out var value, out var problem).ShouldBeTrue(problem);

        value.ShouldBe(TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)));
        problem.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("45", "45 has no unit; write 45s for seconds")]
    [InlineData("-45", "-45 has no unit; write -45s for seconds")]
    [InlineData("1.5", "1.5 has no unit; write 1.5s for seconds")]
    [InlineData("", "'' is not a duration; ")]
    [InlineData("s", "'s' is not a duration; ")]
    [InlineData("fast", "'fast' is not a duration; ")]
    [InlineData("1-2s", "'1-2s' is not a duration; ")]
    [InlineData("1.2.3s", "'1.2.3s' is not a duration; ")]
    [InlineData("45 sec", "'sec' is not a unit of time; ")]
    [InlineData("45S", "'S' is not a unit of time; ")]
    [InlineData("30m1h", "'30m1h' is not a duration; write the longer units first")]
    [InlineData("1h2h", "'1h2h' is not a duration; write the longer units first")]
    [InlineData("1h-30m", "'1h-30m' is not a duration; ")]
    [InlineData("1h30", "1h30 ends without a unit; write one, as in 1h30m")]
    [InlineData("1e3s", "'e' is not a unit of time; ")]
    [InlineData("1ns", "1ns is finer than the clock, which counts steps of 100 ns; write a multiple of 100ns")]
    [InlineData("150ns", "150ns is finer than the clock")]
    [InlineData("0.05us", "0.05us is finer than the clock")]
    [InlineData("0.00000001s", "0.00000001s is finer than the clock")]
    [InlineData("1.0000000000000000000000000000000001s", "1.0000000000000000000000000000000001s is finer than the clock")]
    [InlineData("10000000d", "10000000d is longer than the clock can count; ")]
    [InlineData("9999999999999999999999999999s", "9999999999999999999999999999s is longer than the clock can count; ")]
    [InlineData("99999999999999999999999999999999999999s", "99999999999999999999999999999999999999s is longer than the clock can count; ")]
    public void What_is_no_duration_says_what_would_be_one(string text, string problem)
    {
        HoconDuration.TryParse(text, out _, out var said).ShouldBeFalse();

        said.ShouldStartWith(problem);
    }

    [Fact]
    public void What_the_error_of_a_long_duration_advises_is_taken() =>
        HoconDuration.TryParse("4999999d", out _, out _).ShouldBeTrue();
}
