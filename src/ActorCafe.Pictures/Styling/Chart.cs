using System.Text.RegularExpressions;
using ScottPlot;

namespace ActorCafe.Pictures.Styling;

/// <summary>A chart that can be drawn in any theme, as SVG or PNG.</summary>
/// <param name="Name">The name of its files, without extension.</param>
/// <param name="Title">The message, in a sentence.</param>
/// <param name="Caption">How to read it.</param>
/// <param name="Alt">The figures as text, for screen readers.</param>
/// <param name="Size">Width and height, in pixels.</param>
public sealed partial record Chart(string Name, string Title, string Caption, string Alt, (int Width, int Height) Size)
{
    // For high-resolution screens and print.
    private const int PixelsPerPoint = 2;

    /// <summary>Draws the chart.</summary>
    public required Func<Theme, Plot> Draw { get; init; }

    /// <summary>As SVG, with selectable text.</summary>
    public string Svg(Theme theme)
    {
        var svg = Draw(theme).GetSvgXml(Size.Width, Size.Height);
        // Without a view box the image could not be scaled.
        svg = Root().Replace(svg, $"""<svg viewBox="0 0 {Size.Width} {Size.Height}" """, 1);
        // Skia numbers clips across the process: renumbered from 1, so that equal charts are equal text.
        var clips = new Dictionary<string, string>();
        svg = Clip().Replace(svg, clip => clips.TryGetValue(clip.Value, out var name) ? name : clips[clip.Value] = $"clip{clips.Count + 1}");
        return svg.Replace($"font-family=\"{BundledFont.Name}\"", $"font-family=\"{BundledFont.Name}, Arial, Helvetica, sans-serif\"", StringComparison.Ordinal);
    }

    /// <summary>As PNG.</summary>
    public byte[] Png(Theme theme)
    {
        var plot = Draw(theme);
        plot.ScaleFactor = PixelsPerPoint;
        return plot.GetImageBytes(Size.Width * PixelsPerPoint, Size.Height * PixelsPerPoint, ImageFormat.Png);
    }

    [GeneratedRegex("<svg ")]
    private static partial Regex Root();

    [GeneratedRegex("""(?<=id="|url\(#)cl_[0-9a-f]+(?="|\))""")]
    private static partial Regex Clip();
}
