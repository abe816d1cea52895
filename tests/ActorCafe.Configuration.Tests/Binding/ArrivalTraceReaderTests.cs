using System.Collections.Immutable;
using System.Text;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class ArrivalTraceReaderTests
{
    private const string Shop = "cafe.menu { coffee.steps = [accept, grind, brew], tea.steps = [accept, brew] }\ncafe.customers.arrivals { process = trace, file = \"orders.csv\" }\n";

    [Fact]
    public void A_row_is_a_time_a_customer_and_a_drink() =>
        Read("time,customer,drink\n0,anna,coffee\n90.5,ben,tea\n01:02:03,anna,tea\n100:00:00.25,cleo,coffee\n").ShouldBe(
        [
            new(TimeSpan.Zero, "anna", 0),
            new(TimeSpan.FromSeconds(90.5), "ben", 1),
            new(new TimeSpan(1, 2, 3), "anna", 1),
            new(TimeSpan.FromHours(100) + TimeSpan.FromMilliseconds(250), "cleo", 0),
        ]);

    [Theory]
    [InlineData("drink,Time,customer\r\ntea,5,\"Lee, Ann \"\"A\"\"\"\r\n")]
    [InlineData("\uFEFFcustomer,drink,time\n\n\"Lee, Ann \"\"A\"\"\",tea, 5 \n\n")]
    [InlineData("5,\"Lee, Ann \"\"A\"\"\",tea")]
    [InlineData("TIME;Customer;drink\n5;\"Lee, Ann \"\"A\"\"\";tea")]
    [InlineData("5\t\"Lee, Ann \"\"A\"\"\"\ttea")]
    [InlineData("id,price;x,time,drink,customer,note\n1,3.10;2,5,tea,\"Lee, Ann \"\"A\"\"\",")]
    [InlineData("id\ttime\tcustomer\tdrink\tprice, EUR\r\n1\t00:00:05\t\"Lee, Ann \"\"A\"\"\"\ttea\t3,10\r\n")]
    public void A_header_may_differ_in_order_case_separator_and_additional_columns(string csv) =>
        Read(csv).ShouldHaveSingleItem().ShouldBe(new(TimeSpan.FromSeconds(5), "Lee, Ann \"A\"", 1));

    [Theory]
    [InlineData("time,customer,drink\n5,anna,te\n", "line 2: 'te' is not on the menu; did you mean tea?")]
    [InlineData("time,customer,drink\n5,anna,schnapps\n", "line 2: 'schnapps' is not on the menu; write coffee or tea")]
    [InlineData("time,customer,drink\nsoon,anna,tea\n", "line 2: 'soon' is not a time; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n1:60:00,anna,tea\n", "line 2: '1:60:00' is not a time; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n10:30,anna,tea\n", "line 2: '10:30' may be hours and minutes, or minutes and seconds; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n1e3,anna,tea\n", "line 2: '1e3' is not a time; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n8:00:00 pm,anna,tea\n", "line 2: '8:00:00 pm' is a time with AM or PM; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n2020-01-01 08:00:00,anna,tea\n", "line 2: '2020-01-01 08:00:00' has a date; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n01/02/2024 08:00,anna,tea\n", "line 2: '01/02/2024 08:00' has a date; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n2020-03-29T01:59:00+01:00,anna,tea\n", "line 2: '2020-03-29T01:59:00+01:00' has a date; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n01.02.2024 08:00,anna,tea\n", "line 2: '01.02.2024 08:00' has a date; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time;customer;drink\n0,5;anna;tea\n", "line 2: '0,5' has a decimal comma; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n0.00000001,anna,tea\n", "line 2: '0.00000001' is finer than the clock, which counts steps of 100 ns; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n99999999999999,anna,tea\n", "line 2: '99999999999999' is longer than the clock can count; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n,anna,tea\n", "line 2: '' is not a time; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n-5,anna,tea\n", "line 2: '-5' is negative; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    [InlineData("time,customer,drink\n5,anna,tea\n\n4.9,ben,tea\n", "line 4: the time '4.9' is before that of the row above; put the rows in order of time, or try actorcafe import")]
    [InlineData("time,customer,drink\n23:59:00,anna,tea\n0:05:00,ben,tea\n", "line 3: the time '0:05:00' is before that of the row above; after midnight count on: 24:05:00, or try actorcafe import")]
    [InlineData("time,customer,drink\n5,anna\n", "line 2: the number of fields is 2, in the first row it is 3; separate fields as there and quote one that holds a separator, or try actorcafe import")]
    [InlineData("time,customer,drink\n5,anna,tea,2\n", "line 2: the number of fields is 4, in the first row it is 3; separate fields as there and quote one that holds a separator, or try actorcafe import")]
    [InlineData("time,customer,drink\n5,,tea\n", "line 2: the customer is empty; write a name")]
    [InlineData("time,customer,drink\n5,an\"na,tea\n", "line 2: there is a quote inside the value; quote a whole field, and double a quote within it")]
    [InlineData("time,customer,drink\n5,\"anna,tea\n6,ben,tea\n", "line 2: a quoted field runs over the end of the line; close its quote on the same line")]
    [InlineData("time,name,drink\n5,anna,tea\n", "line 1: the header has no column customer, only 'time, name, drink'; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("\nTime;Drink\n5;tea\n", "line 2: the header has no column customer, only 'Time, Drink'; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("when\twho\twhat\n", "line 1: the header has no column time, customer or drink, only 'when, who, what'; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("time,customer,drink,time\n5,anna,tea,6\n", "line 1: two columns are named time; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("time|customer|drink\n5|anna|tea\n", "line 1: neither a comma nor a semicolon nor a tab separates columns in 'time|customer|drink'; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("5,anna\n", "line 1: there are 2 fields and no header; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("", "line 1: the trace has no rows; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("time,customer,drink\n\n", "line 3: the trace has no rows; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("time,customer,drink\n5,an\0na,tea\n", "line 2: there is a NUL byte: this is not text; save the file as UTF-8 text, or try actorcafe import")]
    [InlineData("PK\u0003\u0004", "line 1: the file is a spreadsheet or another archive, not text; save the file as UTF-8 text, or try actorcafe import")]
    public void A_wrong_line_is_named(string csv, string message) =>
        Refusal(Encoding.UTF8.GetBytes(csv)).ShouldBe($"orders.csv: {message}");

    [Fact]
    public void Bytes_that_are_not_text_are_refused() =>
        Refusal([.. "time,customer,drink\n5,"u8, 0xC3, 0x28, .. ",tea\n"u8]).ShouldBe("orders.csv: line 2: these bytes are not UTF-8; save the file as UTF-8 text, or try actorcafe import");

    [Fact]
    public void A_file_in_UTF_16_is_named_as_such() =>
        Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("time,customer,drink\n")]).ShouldBe("orders.csv: line 1: the file is UTF-16, not UTF-8; save the file as UTF-8 text, or try actorcafe import");

    [Theory]
    [InlineData("0.33,anna,tea\n0.34,ben,tea\n", "shop.conf: cafe.customers.arrivals.file: all times in 'orders.csv' are below 1 second; if they are fractions of a day, as a spreadsheet has them, try actorcafe import")]
    [InlineData("0,anna,tea\n0,ben,tea\n", null)]
    [InlineData("0.33,anna,tea\n1,ben,tea\n", null)]
    [InlineData("0:00:00,anna,tea\n0:00:00.5,ben,tea\n", null)]
    public void Times_that_look_like_fractions_of_a_day_are_noted(string csv, string? note)
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", csv);

        folder.Load().Note.ShouldBe(note is null ? null : note.Replace("shop.conf", folder.PathOf("shop.conf"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_is_named_however_far_down_it_is()
    {
        var csv = new StringBuilder("time,customer,drink\r\n");
        for (var line = 2; line < 40_000; line++)
        {
            csv.Append(line).Append(",anna,tea\r\n");
        }

        Refusal(Encoding.UTF8.GetBytes(csv.Append("0:0:0,ben,tea\r\n").ToString()))
            .ShouldBe("orders.csv: line 40000: the time '0:0:0' is before that of the row above; put the rows in order of time, or try actorcafe import");
    }

    [Fact]
    public void A_long_trace_is_read_whole_and_names_each_customer_once()
    {
        var csv = new StringBuilder("time,customer,drink\n");
        for (var row = 0; row < 200_000; row++)
        {
            csv.Append(row).Append(",customer-").Append(row % 10).Append(",coffee\n");
        }

        var entries = Read(csv.ToString());

        entries.Length.ShouldBe(200_000);
        entries[199_999].Customer.ShouldBeSameAs(entries[9].Customer);
    }

    [Fact]
    public void A_trace_is_played_whole_unless_the_user_says_how_many()
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", "1,anna,tea\n2,ben,tea\n3,cleo,tea\n");

        folder.Load().Settings.Customers.Orders.ShouldBeNull();
        folder.Load("shop.conf", new Override("--orders", "2")).Settings.Customers.Orders.ShouldBe(2);
        folder.Load("shop.conf", TestShops.Set("cafe.customers.orders=unlimited")).Settings.Customers.Orders.ShouldBeNull();
    }

    [Fact]
    public void A_warm_up_is_shorter_than_the_trace()
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", "1,anna,tea\n2,ben,tea\n3,cleo,tea\n");

        folder.Load("shop.conf", TestShops.Set("cafe.statistics.warm-up=2")).Settings.Statistics.WarmUp.ShouldBe(new WarmUp.Orders(2));
        folder.Refusal("shop.conf", TestShops.Set("cafe.statistics.warm-up=3"))
            .ShouldBe("--set: cafe.statistics.warm-up: a warm-up of 3 leaves none of 3 orders to count; write a smaller number, or auto");
    }

    [Fact]
    public void A_trace_stands_beside_the_file_that_names_it_even_if_that_is_included()
    {
        using var folder = new ShopFolder()
            .Write("shop.conf", "include \"day/day.conf\"")
            .Write("day/day.conf", Shop)
            .Write("day/orders.csv", "1,anna,tea\n");

        folder.Load().Settings.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Trace>().Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_folder_is_no_trace()
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv/x", "");

        folder.Refusal().ShouldBe("shop.conf: cafe.customers.arrivals.file: 'orders.csv' cannot be read (it is a folder); write the path of a file that can be read");
    }

    [Theory]
    [InlineData("solo.conf")]
    [InlineData("duplicated.conf")]
    [InlineData("pipeline.conf")]
    [InlineData("more-grinders.conf")]
    [InlineData("more-machines.conf")]
    public void Every_shop_can_play_the_recorded_days(string shop)
    {
        using var folder = new ShopFolder();
        foreach (var (day, atLeast) in new[] { ("morning-rush.csv", 300), ("quiet-day.csv", 60) })
        {
            folder.Write(day, ShopFiles.EmbeddedText($"orders/{day}"));
            var settings = TestShops.Embedded(shop, "cafe.customers.arrivals.process=trace", $"cafe.customers.arrivals.file=\"{folder.PathOf(day)}\"").Settings;
            settings.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Trace>().Entries.Length.ShouldBeGreaterThan(atLeast);
        }
    }

    [Fact]
    public void The_morning_rush_has_customers_with_several_drinks_and_a_peak()
    {
        var entries = TestShops.Embedded("morning-rush.conf").Settings.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Trace>().Entries;

        entries.GroupBy(entry => entry.Customer).Count(orders => orders.Count() > 1).ShouldBeGreaterThan(20);
        entries.Select(entry => entry.Drink).Distinct().Count().ShouldBe(6);
        var tenMinutes = entries.CountBy(entry => (int)entry.Time.TotalMinutes / 10).Select(count => count.Value).ToArray();
        tenMinutes.Max().ShouldBeGreaterThan(4 * tenMinutes.Min());
    }

    private static ImmutableArray<TraceEntry> Read(string csv)
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", Encoding.UTF8.GetBytes(csv));
        return folder.Load().Settings.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Trace>().Entries;
    }

    private static string Refusal(byte[] csv)
    {
        using var folder = new ShopFolder().Write("shop.conf", Shop).Write("orders.csv", csv);
        return folder.Refusal();
    }
}
