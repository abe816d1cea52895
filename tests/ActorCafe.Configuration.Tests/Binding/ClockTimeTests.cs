using ActorCafe.Configuration.Binding;

namespace ActorCafe.Configuration.Tests.Binding;

public class ClockTimeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("90.5", 90.5)]
    [InlineData("0.0000001", 0.0000001)]
    [InlineData("0.10000000000000000000000000", 0.1)]
    [InlineData("8:05:00", 29_100)]
    [InlineData("08:05:00.25", 29_100.25)]
    [InlineData("25:00:00", 90_000)]
    public void A_time_is_a_number_of_seconds_or_a_time_of_day(string text, double seconds)
    {
        ClockTime.Problem(text, out var time).ShouldBeNull();

        time.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("8:05", "may be hours and minutes, or minutes and seconds")]
    [InlineData("0.00000001", "is finer than the clock, which counts steps of 100 ns")]
    [InlineData("8:00:00.00000001", "is finer than the clock, which counts steps of 100 ns")]
    [InlineData("-1", "is negative")]
    [InlineData("-8:00:00", "is negative")]
    [InlineData("-", "is not a time")]
    [InlineData("", "is not a time")]
    [InlineData(".", "is not a time")]
    [InlineData("8:60:00", "is not a time")]
    [InlineData("8:00:60", "is not a time")]
    [InlineData("8:00:", "is not a time")]
    [InlineData("8:00:00 AM", "is not a time")]
    [InlineData("1e3", "is not a time")]
    [InlineData("99999999999", "is more than a hundred years")]
    [InlineData("99999999999999999999999999999999", "is longer than the clock can count")]
    [InlineData("99999999:00:00", "is not a time")]
    public void What_is_no_time_is_told_by_its_cause(string text, string problem) =>
        ClockTime.Problem(text, out _).ShouldBe(problem);
}
