namespace ActorCafe.Import.Tests.Orders;

public sealed class OverlapTests
{
    private const string Header = "datetime,receipt,item\n";

    [Fact]
    public void Rows_of_two_files_that_are_equal_are_told_once_each()
    {
        var sales = Import(
            $"{Header}2024-03-01 8:05,R1,tea\n2024-03-01 8:05,R1,tea\n2024-03-02 8:05,R2,tea\n2024-03-03 8:05,R3,tea\n",
            $"{Header}2024-03-01 8:05,R1,tea\n2024-03-02 8:05,R2,tea\n2024-03-02 8:05,R9,tea\n2024-03-03 8:05,R3,cake\n");

        var overlap = sales.Overlaps.ShouldHaveSingleItem();
        (overlap.Rows, overlap.RowsRead, overlap.From, overlap.To, overlap.HasCustomers).ShouldBe((2, 4, new(2024, 3, 1), new(2024, 3, 2), true));
        // Both files count in full.
        sales.Orders.ShouldBe(8);
    }

    [Fact]
    public void Without_customers_the_same_time_and_drink_are_equal_rows() =>
        Import("datetime,item\n2024-03-01 8:00,tea\n2024-03-01 8:05,tea\n", $"{Header}2024-03-01 8:05,R1,tea\n").Overlaps.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(overlap => overlap.Rows.ShouldBe(1), overlap => overlap.HasCustomers.ShouldBeFalse());

    [Fact]
    public void Files_of_other_days_do_not_overlap_and_each_pair_is_told()
    {
        const string Tea = $"{Header}2024-03-01 8:05,R1,tea\n";

        Import(Tea, $"{Header}2024-03-02 8:05,R1,tea\n").Overlaps.ShouldBeEmpty();
        Import(Tea, Tea, Tea).Overlaps.Length.ShouldBe(3);
    }

    private static ImportedSales Import(params string[] texts)
    {
        using var folder = new TempFolder();
        var files = texts.Select((text, at) =>
        {
            folder.Write($"{at}.csv", text);
            return folder.File($"{at}.csv");
        });
        return Importer.Import(new() { Files = [.. files] });
    }
}
