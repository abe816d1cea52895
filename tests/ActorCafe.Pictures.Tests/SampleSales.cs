using ActorCafe.Pictures.Sales;

namespace ActorCafe.Pictures.Tests;

internal static class SampleSales
{
    public static DayArrivals Monday { get; } = new("2024-03-11", 8, [20, 30]);

    public static DayArrivals Saturday { get; } = new("2024-03-16", 9, [50, 60]);

    /// <summary>Four times and an exponential curve of mean 20 s.</summary>
    public static MeasuredTimes Times { get; } = new(
        4,
        [10, 20, 30, 40],
        [new("exponential", time => Math.Exp(-time / 20) / 20, time => 1 - Math.Exp(-time / 20)), new("weibull", time => time / 400, time => Math.Min(1, time * time / 1600))],
        "Not a good fit.");
}
