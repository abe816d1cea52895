using System.Text.RegularExpressions;
using ScottPlot;

namespace ActorCafe.Pictures.Styling;

/// <summary>Something drawn, in any colours and as SVG or PNG.</summary>
/// <param name="Name">The name of its files, without an extension.</param>
/// <param name="Title">What it says, in a sentence.</param>
/// <param name="Caption">How it is to be read.</param>
/// <param name="Alt">The same for who cannot see it: the figures.</param>
/// <param name="Size">Width and height, in pixels.</param>
public sealed partial record Picture(string Name, string Title, string Caption, string Alt, (int Width, int Height) Size)
{
    // Twice as many pixels: for screens that have them, and for print.
    private const int PixelsPerPoint = 2;

    /// <summary>Draws it anew.</summary>
    public required Func<Theme, Plot> Draw { get; init; }

    /// <summary>As SVG, in which text is text.</summary>
    public string Svg(Theme theme)
    {
        var svg = Draw(theme).GetSvgXml(Size.Width, Size.Height);
        // A root without a view box cannot be made smaller or larger.
        svg = Root().Replace(svg, $"""<svg viewBox="0 0 {Size.Width} {Size.Height}" """, 1);
        // Skia counts its clips through the whole process: here from 1, so that the same picture is the same text.
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
