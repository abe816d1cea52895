namespace ActorCafe.Import.Tests.Times;

public sealed class DateOrderTests
{
    private const string Ambiguous = "date,time,drink\n03/04/2024,8:00,tea\n05/04/2024,9:00,tea\n";

    [Theory]
    [InlineData("03/04/2024", "13/04/2024", "2024-04-03")]
    [InlineData("03/04/2024", "03/14/2024", "2024-03-04")]
    [InlineData("3-4-24", "13-4-24", "2024-04-03")]
    [InlineData("990203", "990115", "1999-02-03")]
    public void The_whole_column_says_whether_the_day_or_the_month_stands_first(string first, string second, string day) =>
        Exports.Import($"date,time,drink\n{first},8:00,tea\n{second},9:00,tea\n").Days
            .ShouldContain(one => one.FileName == $"{day}.csv");

    [Fact]
    public void Dates_that_may_be_either_are_refused_and_the_option_named() => Exports.Refusal(Ambiguous)
        .ShouldBe("line 2: '03/04/2024' may be d/m/y or m/d/y, and no other date decides it; say it with --dates d/m/y or --dates m/d/y");

    [Theory]
    [InlineData("d/m/y", "2024-04-03.csv")]
    [InlineData("m/d/y", "2024-03-04.csv")]
    public void The_user_says_which(string order, string day) =>
        Exports.Import(Ambiguous, request => request with { DateOrder = order }).Days[0].FileName.ShouldBe(day);

    [Fact]
    public void A_date_that_is_the_same_either_way_needs_no_decision() =>
        Exports.Import("date,time,drink\n03/03/2024,8:00,tea\n").Days[0].FileName.ShouldBe("2024-03-03.csv");

    [Fact]
    public void Dates_of_both_orders_are_refused() => Exports.Refusal("date,time,drink\n13/04/2024,8:00,tea\n04/14/2024,9:00,tea\n")
        .ShouldStartWith("line 3: 04/14/2024 and 13/04/2024 in line 2 are not written in one order of day and month; ");
}
