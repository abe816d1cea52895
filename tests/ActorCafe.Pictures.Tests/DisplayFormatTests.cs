namespace ActorCafe.Pictures.Tests;

public sealed class DisplayFormatTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(0.0001, "<1ms")]
    [InlineData(0.42, "420ms")]
    [InlineData(0.9994, "999ms")]
    [InlineData(0.9996, "1.0s")]
    [InlineData(26.667, "26.7s")]
    [InlineData(59.94, "59.9s")]
    [InlineData(59.96, "1m 00s")]
    [InlineData(252.25, "4m 12s")]
    [InlineData(3599.4, "59m 59s")]
    [InlineData(3599.6, "1h 00m")]
    [InlineData(7500, "2h 05m")]
    [InlineData(86_369, "23h 59m")]
    [InlineData(86_371, "1d 00h")]
    [InlineData(273_600, "3d 04h")]
    [InlineData(-90, "-1m 30s")]
    public void A_time_has_the_two_units_that_matter(double seconds, string text) => DisplayFormat.Time(seconds).ShouldBe(text);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5.704, "5.70")]
    [InlineData(9.996, "10.0")]
    [InlineData(57.6, "57.6")]
    [InlineData(999.96, "1,000")]
    [InlineData(12345.6, "12,346")]
    public void A_rate_has_three_figures(double number, string text) => DisplayFormat.Number(number).ShouldBe(text);

    [Fact]
    public void What_is_not_known_is_a_dash()
    {
        DisplayFormat.Time(null).ShouldBe("-");
        DisplayFormat.Time(double.NaN).ShouldBe("-");
        DisplayFormat.Number(null).ShouldBe("-");
        DisplayFormat.Percent(null).ShouldBe("-");
        DisplayFormat.Count(null).ShouldBe("-");
        DisplayFormat.Factor(double.PositiveInfinity).ShouldBe("-");
    }

    [Theory]
    [InlineData("waiter", "waiter")]
    [InlineData("waiter grinder", "waiter and grinder")]
    [InlineData("waiter grinder machine", "waiter, grinder and machine")]
    public void Names_are_read_out(string names, string text) => DisplayFormat.List(names.Split(' ')).ShouldBe(text);

    [Fact]
    public void Shares_are_percentages_and_ratios_are_factors()
    {
        DisplayFormat.Percent(0.12345).ShouldBe("12.3%");
        DisplayFormat.Factor(2.0833).ShouldBe("2.08x");
        DisplayFormat.Count(1234567).ShouldBe("1,234,567");
        DisplayFormat.Workers(1).ShouldBe("one worker");
        DisplayFormat.Workers(3).ShouldBe("3 workers");
    }
}
