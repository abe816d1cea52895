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
    [InlineData("", "'' is no duration; ")]
    [InlineData("s", "'s' is no duration; ")]
    [InlineData("fast", "'fast' is no duration; ")]
    [InlineData("1-2s", "'1-2s' is no duration; ")]
    [InlineData("1.2.3s", "'1.2.3s' is no duration; ")]
    [InlineData("45 sec", "'sec' is no unit of time; ")]
    [InlineData("45S", "'S' is no unit of time; ")]
    [InlineData("1h30m", "'h30m' is no unit of time; ")]
    [InlineData("1e3s", "'e3s' is no unit of time; ")]
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
