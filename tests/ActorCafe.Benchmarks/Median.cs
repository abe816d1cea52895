using System.Globalization;

namespace ActorCafe.Benchmarks;

/// <summary>The median of several readings, with their minimum and maximum.</summary>
internal static class Median
{
    public static double Of(IReadOnlyList<double> readings) => readings.Order().ElementAt(readings.Count / 2);

    public static string WithSpread(IReadOnlyList<double> readings, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(readings).ToString(format, CultureInfo.InvariantCulture)} | {readings.Min().ToString(format, CultureInfo.InvariantCulture)} .. {readings.Max().ToString(format, CultureInfo.InvariantCulture)}");
}
