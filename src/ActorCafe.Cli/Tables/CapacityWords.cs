using System.Globalization;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tables;

/// <summary>Phrases about capacities.</summary>
internal static class CapacityWords
{
    /// <summary>The capacity of a shop.</summary>
    public static string Of(ShopResult result) =>
        result.Capacity is null ? DisplayFormat.NoData : $"{DisplayFormat.Number(result.CapacityPerHour)} per hour, if customers never stop coming";

    /// <summary>The interval of a measured capacity, and why more orders were served, if they were.</summary>
    public static IEnumerable<string> Explained(ShopSettings shop, ShopResult result) =>
        new[] { Measured(result, shop.Statistics.Confidence), WhyExceeded(shop, result) }.OfType<string>();

    /// <summary>The interval of a measured capacity; null if it is exact.</summary>
    public static string? Measured(ShopResult result, double confidence) => result.Capacity?.Ci is { } ci
        ? $"measured, {DisplayFormat.Level(confidence)} sure between {DisplayFormat.Number(ci.Low)} and {DisplayFormat.Number(ci.High)}"
        : null;

    /// <summary>Whether one capacity is larger than another beyond the uncertainty of both.</summary>
    public static bool IsLarger(Capacity? one, Capacity? other) =>
        one is not null && other is not null && IsAbove(one.Ci?.Low ?? one.PerHour, other.Ci?.High ?? other.PerHour);

    /// <summary>Why more customers were served per hour than the capacity: what they needed at the bottleneck, or its former workers. Null if no more were.</summary>
    private static string? WhyExceeded(ShopSettings shop, ShopResult result)
    {
        var most = result.Capacity?.Ci?.High ?? result.CapacityPerHour;
        if (!result.ChangedPools.IsEmpty || BottleneckCapacity.Of(shop) is not { } limit || result.ThroughputPerHour is not { } served || !IsAbove(served, most))
        {
            return null;
        }

        var stage = shop.Stages.First(stage => stage.Name == limit.Stage);
        var measured = result.Stages[stage.Index];
        var needed = 3600 * (measured.Utilisation + (measured.HandOver ?? 0) + (measured.Staying ?? 0)) * measured.Workers / served;
        var expected = OfferedLoad.WorkPerOrder(shop, stage);
        // With a schedule, the average number of workers in the window is not known here.
        return stage.Schedule.IsEmpty && IsAbove(expected, needed) ? $"(these customers took {Seconds(needed!.Value)} at {stage.Name} on average, not {Seconds(expected)})"
            : HadMoreWorkers(shop, stage) ? $"({stage.Name} had more workers before its schedule's last change)"
            : null;
    }

    // Where the capacity counts the last number of workers.
    private static bool HadMoreWorkers(ShopSettings shop, StageSettings stage) =>
        stage.Schedule is { IsEmpty: false, Period: null } && OfferedLoad.LongRunWorkers(stage) is var last && OfferedLoad.AverageWorkers(shop, stage) == last && OfferedLoad.LargestPool(stage) > last;

    // Beyond what the table shows.
    private static bool IsAbove(double figure, double? other) =>
        figure > other && DisplayFormat.Number(figure) != DisplayFormat.Number(other);

    private static string Seconds(double seconds) =>
        seconds < 120 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s") : DisplayFormat.Time(seconds);
}
