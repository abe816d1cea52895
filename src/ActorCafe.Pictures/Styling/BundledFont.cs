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

    private BundledFont()
    {
    }

    /// <summary>Makes it the font of whatever is drawn from now on.</summary>
    public static void Use()
    {
        if (Fonts.FontResolvers.OfType<BundledFont>().Any())
            return;
        lock (Typeface)
        {
            if (Fonts.FontResolvers.OfType<BundledFont>().Any())
                return;
            Fonts.FontResolvers.Insert(0, new BundledFont());
            Fonts.Default = Name;
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? Typeface.Value : null;

    private static SKTypeface Load()
    {
        using var file = typeof(BundledFont).Assembly.GetManifestResourceStream("LiberationSans-Regular.ttf")!;
        return SKTypeface.FromStream(file);
    }
}
