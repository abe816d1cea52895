using System.Globalization;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>A row of the table of simulators. The process that measures one prints its row, and the process that draws them reads it.</summary>
internal static class Row
{
    public const string Header = """
        | simulator | cold, M orders/CPU-s | warm, M orders/CPU-s | least .. most | warm, M events/CPU-s | bytes/order | peak MB | mean response s |
        |---|---|---|---|---|---|---|---|
        """;

    public static string Of(ISimulator simulator, Figures figures)
    {
        var format = Format(Median.Of(figures.Warm));
        var events = Number(simulator.EventsPerOrder == 0 ? null : Median.Of(figures.Warm) * simulator.EventsPerOrder, "F2");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {simulator.Description} | {figures.Cold.ToString(format, CultureInfo.InvariantCulture)} | {Median.WithSpread(figures.Warm, format)} | {events} | {Number(figures.BytesPerOrder, "F0")} | {figures.PeakMegabytes:F0} | {figures.Means[0]:F3} |");
    }

    public static string Missing(ISimulator simulator, string remedy) => $"| {simulator.Description} | not installed: {remedy} | | | | | | |";

    /// <summary>The warm speed in a row; null if the simulator is not installed.</summary>
    public static Speed? WarmSpeed(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        return cells[3].Length == 0 ? null : new(Parse(cells[3]), Parse(cells[4].Split(' ')[0]), Parse(cells[4].Split(' ')[^1]));
    }

    /// <summary>The format of a rate: at least two significant digits.</summary>
    public static string Format(double rate) => rate < 0.1 ? "F3" : "F2";

    private static double Parse(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
