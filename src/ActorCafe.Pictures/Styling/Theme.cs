using ScottPlot;

namespace ActorCafe.Pictures.Styling;

/// <summary>
/// The colours of a picture. Series are told apart with any kind of colour vision (after Okabe and Ito, https://jfly.uni-koeln.de/color/,
/// darkened or lightened until each has a contrast of 3 to 1 with the background), and never by colour alone.
/// </summary>
/// <param name="Name">As file names have it.</param>
/// <param name="Background">Behind everything.</param>
/// <param name="Ink">Of text and axes.</param>
/// <param name="Muted">Of what is secondary.</param>
/// <param name="Grid">Of grid lines.</param>
/// <param name="Series">Of lines and boxes, one after the other.</param>
public sealed record Theme(string Name, Color Background, Color Ink, Color Muted, Color Grid, IReadOnlyList<Color> Series)
{
    /// <summary>Dark on white: for print too.</summary>
    public static Theme Light { get; } = new(
        "light", Hex("#ffffff"), Hex("#1a1a1a"), Hex("#595959"), Hex("#e3e3e3"),
        [Hex("#0072b2"), Hex("#d55e00"), Hex("#00805c"), Hex("#a8488a"), Hex("#8f6700"), Hex("#333333")]);

    /// <summary>Light on almost black.</summary>
    public static Theme Dark { get; } = new(
        "dark", Hex("#16181c"), Hex("#ececec"), Hex("#b0b3b8"), Hex("#34383f"),
        [Hex("#56b4e9"), Hex("#ff8a3d"), Hex("#2ecf9d"), Hex("#e39ac6"), Hex("#f0d442"), Hex("#d9d9d9")]);

    /// <summary>The colour of a series, from 0; after the last comes the first again.</summary>
    public Color Of(int series) => Series[series % Series.Count];

    private static Color Hex(string text) => Color.FromHex(text);
}
