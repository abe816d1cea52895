using ActorCafe.Import.Writing;
using CsCheck;

namespace ActorCafe.Import.Tests.Orders;

public sealed class AccountTests
{
    private static readonly string[] Rows =
    [
        "2024-03-14 08:05:00,Latte,1,R1,Sale", "2024-03-14 23:59:59,Flat White,3,R2,Sale", "2024-03-15 08:05:00,Tea,2.0,R2,", "2024-03-14 08:05:00,Latte,-1,R3,Refund",
        "2024-03-14 08:05:00,,1,R4,Sale", "Total,,9,,", "2024-03-14,Latte,1,R5,Sale", ",Latte,1,,Sale", "2024-03-14 08:05:00,Latte,x,R6,Sale", "2024-03-14 08:05:00,Latte,0,R7,Sale",
        "Date,Item,Quantity,Receipt,Status", "2024-03-14 08:05:00,Latte,1,R8,Sale,more", ",,,,", "", "2024-03-14 08:05:00,\"Latte, \"\"large\"\"\",0.25,R9,Sale", "2024-03-14 08:05:00,Cake,1,R9,Cancelled",
    ];

    private static readonly Gen<string> Row = Gen.Int[0, Rows.Length - 1].Select(at => Rows[at]);

    [Fact]
    public void Every_row_is_an_orders_or_is_dropped_for_a_reason() => Row.List[0, 60].Sample(rows =>
    {
        var text = string.Join('\n', rows.Prepend("2024-03-14 12:00:00,Espresso,1,R0,Sale").Prepend("Date,Item,Quantity,Receipt,Status"));

        var sales = Exports.Import(text);

        var account = sales.Files[0];
        account.Rows.ShouldBe(1 + rows.Count(row => row.Trim(',').Length > 0));
        account.RowsRead.ShouldBe(account.Rows - account.Dropped.Sum(dropped => dropped.Count));
        account.Orders.ShouldBe(sales.Days.Sum(day => TraceText.Of(sales, day).Count(c => c == '\n') - 1));
        sales.Menu.Sum(drink => drink.Orders).ShouldBe(account.Orders);
    }, iter: 300);

    [Fact]
    public void Dropped_rows_are_named_by_line_and_reason()
    {
        var account = Exports.Import("""
            Sales of March
            Date,Time,Item,Qty,Event Type
            2024-03-14,08:00,Latte,1,Payment
            2024-03-14,08:01,Latte,-1,Refund

            2024-03-14,08:02,Tea,1,Void
            ,,Total,3,
            """).Files[0];

        account.HeaderLine.ShouldBe(2);
        account.Rows.ShouldBe(4);
        account.Dropped.Select(dropped => $"{dropped.Reason}: {string.Join(' ', dropped.Lines)}").ShouldBe(["refunded or cancelled: 4 6", "no time: 7"]);
    }

    [Fact]
    public void A_row_with_a_missing_quote_is_dropped_with_the_rows_it_swallowed_and_a_note_may_have_line_breaks()
    {
        var account = Exports.Import("time,item,note\n8:00,tea,\"less\nsugar\"\n8:01,\"tea,\n8:02,tea\",\n").Files[0];

        (account.Rows, account.RowsRead).ShouldBe((2, 1));
        account.Dropped.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            dropped => dropped.Reason.ShouldBe("a quoted field runs over the end of its line"), dropped => dropped.Lines.ShouldBe([4]));
    }

    [Fact]
    public void Times_alone_are_orders_of_one_drink_and_that_is_said()
    {
        var sales = Exports.Import("8:05\n8:06\n");

        Exports.Trace(sales).ShouldBe("08:05:00,1,order\n08:06:00,2,order\n");
        sales.Files[0].Notes.ShouldBe(["no column has the drink (--drink COLUMN names it): all orders are for one, order"]);
    }

    [Fact]
    public void Where_picks_rows_and_the_others_are_accounted_for()
    {
        const string Text = "time,item,Location\n8:00,tea,North\n8:01,tea,South\n8:02,tea,North\n";

        Exports.Import(Text).Files[0].Notes.ShouldBe(["Location has 2 values, all taken together: North (2 rows), South (1 row); --where \"Location=North\" picks one"]);
        var account = Exports.Import(Text, request => request with { Where = ["location=north"] }).Files[0];

        (account.Rows, account.Orders).ShouldBe((3, 2));
        account.Dropped.ShouldHaveSingleItem().ToString().ShouldContain("Location is not north");
    }

    [Fact]
    public void Names_of_articles_become_names_of_drinks_and_those_that_differ_in_case_are_one()
    {
        var sales = Exports.Import("time,item\n8:00,Latte (L)\n8:01,latte l\n8:02,Café/Thé\n8:03,☕\n");

        sales.Menu.Select(drink => (drink.Name, drink.Orders)).ShouldBe([("Latte L", 2), ("Café Thé", 1), ("unnamed", 1)]);
        sales.Renamed.ShouldBe([("Latte (L)", "Latte L"), ("latte l", "Latte L"), ("Café/Thé", "Café Thé"), ("☕", "unnamed")]);
    }
}
