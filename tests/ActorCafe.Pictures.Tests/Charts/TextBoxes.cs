using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActorCafe.Pictures.Tests.Charts;

/// <summary>Where the texts of a picture are, from the positions of their letters.</summary>
internal static partial class TextBoxes
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Of the height of the font: a text needs this much above and below its base line.
    private const double Above = 0.7;
    private const double Below = 0.15;

    // The last letter's position says where it begins.
    private const double LastLetter = 0.5;

    /// <summary>Texts that lie over one another or reach over the edge of the picture.</summary>
    public static IEnumerable<string> FindWrong(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var size = Numbers(root.Attribute("viewBox")!.Value);
        var boxes = root.Descendants(Svg + "text").Where(text => text.Value.Trim().Length > 0).Select(BoxOf).ToList();
        foreach (var (at, box) in boxes.Index())
        {
            if (box.Left < 0 || box.Top < 0 || box.Right > size[2] || box.Bottom > size[3])
            {
                yield return $"\"{box.Text}\" reaches over the edge";
            }

            foreach (var other in boxes.Skip(at + 1).Where(other => box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom))
            {
                yield return $"\"{box.Text}\" lies over \"{other.Text}\"";
            }
        }
    }

    private static (string Text, double Left, double Top, double Right, double Bottom) BoxOf(XElement text)
    {
        var font = Number(text.Attribute("font-size")!.Value);
        var (xs, ys) = (Numbers(text.Attribute("x")!.Value), Numbers(text.Attribute("y")!.Value));
        var place = Numbers(text.Attribute("transform")?.Value ?? "");
        var (a, b, c, d, e, f) = place.Length switch { 6 => (place[0], place[1], place[2], place[3], place[4], place[5]), 2 => (1, 0, 0, 1, place[0], place[1]), _ => (1d, 0d, 0d, 1d, 0d, 0d) };
        var corners = new[] { xs.Min(), xs.Max() + (LastLetter * font) }.SelectMany(_ => new[] { ys.Min() - (Above * font), ys.Max() + (Below * font) }, (x, y) => (X: (a * x) + (c * y) + e, Y: (b * x) + (d * y) + f)).ToList();
        return (text.Value.Trim(), corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
    }

    private static double[] Numbers(string text) => [.. NumberPattern().Matches(text).Select(match => Number(match.Value))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")]
    private static partial Regex NumberPattern();
}
