using ScottPlot;

namespace ActorCafe.Pictures.Styling;

/// <summary>
/// The colours of a chart. Series are distinguishable with any kind of colour vision (after Okabe and Ito,
/// https://jfly.uni-koeln.de/color/, darkened or lightened to a contrast of at least 3 to 1 with the background), and never by
/// colour alone.
/// </summary>
/// <param name="Name">The name, used in file names.</param>
/// <param name="Background">The background.</param>
/// <param name="Ink">Text and axes.</param>
/// <param name="Muted">Secondary elements.</param>
/// <param name="Grid">Grid lines.</param>
/// <param name="Series">Lines and boxes, in turn.</param>
public sealed record Theme(string Name, Color Background, Color Ink, Color Muted, Color Grid, IReadOnlyList<Color> Series)
{
    /// <summary>Dark on white, also for print.</summary>
    public static Theme Light { get; } = new(
        "light", Hex("#ffffff"), Hex("#1a1a1a"), Hex("#595959"), Hex("#e3e3e3"),
        [Hex("#0072b2"), Hex("#d55e00"), Hex("#00805c"), Hex("#a8488a"), Hex("#8f6700"), Hex("#333333")]);

    /// <summary>Light on near-black.</summary>
    public static Theme Dark { get; } = new(
        "dark", Hex("#16181c"), Hex("#ececec"), Hex("#b0b3b8"), Hex("#34383f"),
        [Hex("#56b4e9"), Hex("#ff8a3d"), Hex("#2ecf9d"), Hex("#e39ac6"), Hex("#f0d442"), Hex("#d9d9d9")]);

    /// <summary>The colour of a series, from 0; colours repeat after the last.</summary>
    public Color Of(int series) => Series[series % Series.Count];

    private static Color Hex(string text) => Color.FromHex(text);
}

/// <summary>Contrast of colours (WCAG 2.2, 1.4.3).</summary>
public static class Contrast
{
    /// <summary>From 1 (equal) to 21 (black and white).</summary>
    public static double Of(Color a, Color b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    /// <summary>Black or white, whichever is more legible on a colour.</summary>
    public static Color TextOn(Color background) =>
        Of(Colors.Black, background) > Of(Colors.White, background) ? Colors.Black : Colors.White;

    private static double Luminance(Color colour) =>
        (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel) =>
        channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
