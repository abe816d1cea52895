using ActorCafe.Cli.Files;
using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class CompareReportTests
{
    [Fact]
    public void Five_shops_stand_side_by_side() => Print(
        [("solo", 28.8, [1, 1, 1]), ("duplicated", 57.6, [2, 2, 2]), ("pipeline", 60, [1, 1, 1]), ("more-grinders", 80, [1, 2, 1]), ("more-machines", 120, [1, 2, 2])]).ShouldBe("""
            x
            """);

    private static string Print((string Name, double Capacity, int[] Workers)[] shops)
    {
        var played = Compared.ToFirst([.. shops.Select(shop => HandMade.Result(shop.Name, shop.Capacity, 3600 / shop.Capacity * 200, shop.Workers))]);
        return Printed.By(console =>
        {
            CompareReport.Write(console, [.. shops.Select(shop => HandMade.Shop(shop.Name, shop.Workers))], played);
            CompareReport.Picture(console, played);
            foreach (var line in PlainWords.Of(played))
                Spectre.Console.AnsiConsoleExtensions.WriteLine(console, line);
        });
    }
}
