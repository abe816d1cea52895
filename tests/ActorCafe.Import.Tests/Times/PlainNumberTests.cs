namespace ActorCafe.Import.Tests.Times;

public sealed class PlainNumberTests
{
    [Fact]
    public void Fractions_of_a_day_are_times_of_day() =>
        Exports.Trace("time,customer,drink\n0.3368055556,A,tea\n0.5,B,tea\n").ShouldBe("08:05:00,A,tea\n12:00:00,B,tea\n");

    [Fact]
    public void A_spreadsheets_numbers_of_days_are_dates_with_times()
    {
        var sales = Exports.Import("Order date;Item\n45352,3368055556;tea\n45352,5;tea\n");

        sales.Days[0].FileName.ShouldBe("2024-03-01.csv");
        Exports.Trace(sales).ShouldBe("08:05:00,1,tea\n12:00:00,2,tea\n");
    }

    [Fact]
    public void Seconds_since_1970_are_dates_in_UTC() => Exports.Import("timestamp,item\n1709280300,tea\n").Days[0]
        .ShouldSatisfyAllConditions(day => day.FileName.ShouldBe("2024-03-01.csv"), day => day.First.ShouldBe(new TimeSpan(8, 5, 0)));

    [Fact]
    public void A_traces_numbers_are_seconds_also_where_they_could_be_days() =>
        Exports.Trace("time,customer,drink\n36600.5,A,tea\n39000,B,tea\n").ShouldBe("36600.5,A,tea\n39000,B,tea\n");

    [Fact]
    public void Decimal_commas_are_read() =>
        Exports.Trace("time;customer;drink\n0,5;Ann;job\n60,25;Bob;tea\n").ShouldBe("0.5,Ann,job\n60.25,Bob,tea\n");

    [Fact]
    public void Numbers_such_as_805_beside_a_date_are_not_taken_for_seconds() =>
        Exports.Refusal("date,time,drink\n2024-03-01,805,tea\n").ShouldStartWith("file: no row is an order: the time cannot be read (line 2); ");
}
