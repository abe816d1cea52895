using ScottPlot;

namespace ActorCafe.Pictures.Styling;

/// <summary>How well colours stand out from each other (WCAG 2.2, 1.4.3).</summary>
public static class Contrast
{
    /// <summary>From 1 (the same) to 21 (black and white).</summary>
    public static double Of(Color a, Color b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    /// <summary>Black or white, whichever can be read better on a colour.</summary>
    public static Color TextOn(Color background) =>
        Of(Colors.Black, background) > Of(Colors.White, background) ? Colors.Black : Colors.White;

    private static double Luminance(Color colour) =>
        (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel) =>
        channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
