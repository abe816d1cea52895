using ScottPlot;
using SkiaSharp;

namespace ActorCafe.Pictures.Styling;

/// <summary>
/// The one font of all pictures, carried along: they look the same on every machine, and have text where no font is installed. It
/// is as wide as Arial and Helvetica, so that a browser without it can take those.
/// </summary>
internal sealed class BundledFont : IFontResolver
{
    public const string Name = "Liberation Sans";

    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    // Once, and whoever draws meanwhile waits: the list of all fonts is not safe for several threads.
    private static readonly Lazy<BundledFont> InUse = new(Register);

    private BundledFont()
    {
    }

    /// <summary>Makes it the font of whatever is drawn from now on.</summary>
    public static void Use() => _ = InUse.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? Typeface.Value : null;

    private static BundledFont Register()
    {
        var font = new BundledFont();
        Fonts.FontResolvers.Insert(0, font);
        Fonts.Default = Name;
        return font;
    }

    private static SKTypeface Load()
    {
        using var file = typeof(BundledFont).Assembly.GetManifestResourceStream("LiberationSans-Regular.ttf")!;
        return SKTypeface.FromStream(file);
    }
}
