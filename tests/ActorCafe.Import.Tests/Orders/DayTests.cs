namespace ActorCafe.Import.Tests.Orders;

public sealed class DayTests
{
    [Fact]
    public void Rows_without_a_date_that_jump_back_more_than_12_hours_begin_the_next_day() =>
        Exports.Trace("time,customer,drink\n23:59:00,A,job\n00:05:00,B,tea\n").ShouldBe("23:59:00,A,job\n24:05:00,B,tea\n");

    [Fact]
    public void Other_rows_are_sorted_and_those_of_one_time_keep_their_order() =>
        Exports.Trace("time,drink\n9:00,tea\n8:00,job\n9:00,cake\n").ShouldBe("08:00:00,2,job\n09:00:00,1,tea\n09:00:00,3,cake\n");

    [Fact]
    public void Days_are_split_at_midnight_and_the_fullest_is_chosen()
    {
        var sales = Exports.Import("datetime,item,qty\n2024-03-01 23:59,tea,1\n2024-03-02 00:01,tea,2\n");

        sales.Days.Select(day => (day.FileName, day.Orders)).ShouldBe([("2024-03-01.csv", 1), ("2024-03-02.csv", 2)]);
        sales.Chosen.FileName.ShouldBe("2024-03-02.csv");
    }

    [Fact]
    public void A_day_may_be_named() =>
        Exports.Import("datetime,item\n2024-03-01 9:00,tea\n2024-03-02 9:00,tea\n", request => request with { Day = "2024-03-02" }).Chosen.FileName.ShouldBe("2024-03-02.csv");

    [Fact]
    public void A_day_without_orders_is_refused() => Should.Throw<ActorCafe.Configuration.InputException>(() =>
            Exports.Import("datetime,item\n2024-03-01 9:00,tea\n", request => request with { Day = "2024-03-02" }))
        .Message.ShouldBe("--day: 2024-03-02: there are no orders on that day; the days are 2024-03-01");

    [Fact]
    public void Rates_are_orders_per_hour_of_the_clock_between_opening_and_closing()
    {
        var day = Exports.Import("time,item,qty\n8:05,tea,2\n8:50,tea,1\n10:00,tea,1\n").Days[0];

        (day.Opens, day.Closes).ShouldBe((TimeSpan.FromHours(8), TimeSpan.FromHours(11)));
        day.HourlyRates.ShouldBe([.. Enumerable.Repeat(0.0, 8), 3, 0, 1, .. Enumerable.Repeat(0.0, 13)]);
    }
}
