using System.Globalization;

namespace ActorCafe.Benchmarks;

/// <summary>The middle of several readings, with the least and the most.</summary>
internal static class Median
{
    public static double Of(IReadOnlyList<double> readings) => readings.Order().ElementAt(readings.Count / 2);

    public static string WithSpread(IReadOnlyList<double> readings, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(readings).ToString(format, CultureInfo.InvariantCulture)} | {readings.Min().ToString(format, CultureInfo.InvariantCulture)} .. {readings.Max().ToString(format, CultureInfo.InvariantCulture)}");
}
