namespace ActorCafe.Import.Tests.Orders;

/// <summary>Small inputs that people report as refused or misread elsewhere.</summary>
public sealed class ReportedInputTests
{
    [Theory]
    [InlineData("time;customer;drink\n0,5;Ann;job\n60,25;Bob;tea\n", "day.csv", "0.5,Ann,job\n60.25,Bob,tea\n")]
    [InlineData("time,customer,drink\n8:00:00 AM,Ann,job\n1:05:00 PM,Bob,tea\n", "day.csv", "08:00:00,Ann,job\n13:05:00,Bob,tea\n")]
    [InlineData("time,customer,drink\n8:05,Ann,job\n13:10,Bob,tea\n", "day.csv", "08:05:00,Ann,job\n13:10:00,Bob,tea\n")]
    [InlineData("time,customer,drink\n2020-01-01 08:00:00,Ann,job\n2020-01-01 08:01:00,Bob,tea\n", "2020-01-01.csv", "08:00:00,Ann,job\n08:01:00,Bob,tea\n")]
    [InlineData("time,customer,drink\n2020-03-29T01:59:00+01:00,Ann,job\n2020-03-29T03:01:00+02:00,Bob,tea\n", "2020-03-29.csv", "01:59:00,Ann,job\n03:01:00,Bob,tea\n")]
    [InlineData("id,time,customer,drink,price\n1,0,Ann,job,3.10\n2,60,Bob,tea,2.50\n", "day.csv", "0,Ann,job\n60,Bob,tea\n")]
    [InlineData("time,drink\n0,job\n60,tea\n", "day.csv", "0,1,job\n60,2,tea\n")]
    [InlineData("time,customer,drink\n23:59:00,A,job\n00:05:00,B,tea\n", "day.csv", "23:59:00,A,job\n24:05:00,B,tea\n")]
    [InlineData("time\tcustomer\tdrink\n0\tAnn\tjob\n", "day.csv", "0,Ann,job\n")]
    [InlineData("time,customer,drink\n10:15:50.520000,card,Latte\n12:19:22.539000,card,Americano with Milk\n", "day.csv", "10:15:50.52,card,Latte\n12:19:22.539,card,Americano with Milk\n")]
    [InlineData("call_id\tcustomer_id\ttype\tdate\tvru_entry\tvru_time\tq_start\toutcome\tser_time\n33116\t9664491\tPS\t990101\t0:00:31\t5\t0:00:36\tHANG\t0\n", "1999-01-01.csv", "00:00:31,9664491,PS\n")]
    public void It_becomes_a_trace(string text, string file, string trace)
    {
        var sales = Exports.Import(text);

        sales.Days[0].FileName.ShouldBe(file);
        Exports.Trace(sales).ShouldBe(trace);
    }
}
