using ScottPlot;
using SkiaSharp;

namespace ActorCafe.Pictures.Styling;

/// <summary>
/// The embedded font of all charts: they look the same on every machine, and have text where no font is installed. It has the
/// widths of Arial and Helvetica, which browsers without it use instead.
/// </summary>
internal sealed class BundledFont : IFontResolver
{
    public const string Name = "Liberation Sans";

    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    // Registered once, while other threads wait: the list of fonts is not thread-safe.
    private static readonly Lazy<BundledFont> InUse = new(Register);

    private BundledFont()
    {
    }

    /// <summary>Makes it the default font.</summary>
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
