using System.Globalization;

namespace ActorCafe.Cli.Tests.Files;

/// <summary>Levels over shop time, compared with the run's measurements.</summary>
public sealed class SeriesCsvTests
{
    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task Time_averages_of_the_columns_are_those_of_the_result(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        var (series, result) = (recording.Series, recording.Result);
        Mean("concurrency").ShouldBe(result.Concurrency.Mean!.Value, 1e-9);
        Mean("parallelism").ShouldBe(result.Parallelism.Mean!.Value, 1e-9);
        Mean("orderQueue").ShouldBe(result.OrderQueue.Mean!.Value, 1e-9);
        Mean("pickUpQueue").ShouldBe(result.PickUpQueue.Mean!.Value, 1e-9);
        Mean("inShop").ShouldBe(result.LittlesLaw.MeanInShop!.Value, 1e-9);
        foreach (var stage in result.Stages)
        {
            Mean($"{stage.Name}.queue").ShouldBe(stage.QueueLength.Mean!.Value, 1e-9);
            (Mean($"{stage.Name}.busy") / Mean($"{stage.Name}.workers")).ShouldBe(stage.Utilisation!.Value, 1e-9);
            (Mean($"{stage.Name}.blocked") / Mean($"{stage.Name}.workers")).ShouldBe(stage.Blocked!.Value, 1e-9);
        }

        double Mean(string column)
        {
            var end = Number(series[^1]["time"]);
            return series.Zip(series.Skip(1)).Sum(pair => Number(pair.First[column]) * (Number(pair.Second["time"]) - Number(pair.First["time"]))) / end;
        }
    }

    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task There_is_a_row_for_each_instant_and_no_level_below_zero(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        var times = recording.Series.Select(row => Number(row["time"])).ToList();
        times.ShouldBe(times.Distinct().Order());
        recording.Series.ShouldAllBe(row => row.Values.All(cell => Number(cell) >= 0));
    }

    [Fact]
    public async Task When_all_are_served_nothing_is_left()
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load("a pool each"));
        recording.Series[^1].Where(cell => cell.Key != "time" && !cell.Key.EndsWith(".workers", StringComparison.Ordinal))
            .ShouldAllBe(cell => cell.Value == "0");
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
