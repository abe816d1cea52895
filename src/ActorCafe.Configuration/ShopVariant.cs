using System.Collections.Immutable;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration;

/// <summary>Changes to a shop, as given to <c>--variant</c>.</summary>
/// <param name="Text">The changes as given, on one line.</param>
/// <param name="Changes">The changes as overrides, which override all other options.</param>
internal sealed record ShopVariant(string Text, ImmutableArray<Override> Changes)
{
    /// <summary>The option that names it.</summary>
    public const string Option = "--variant";

    private const string Remedy = "write STAGE=N or KEY=VALUE, with commas between several";

    /// <summary>Parses <c>STAGE=N,KEY=VALUE,...</c>; a single word is a stage.</summary>
    /// <exception cref="InputException">The text is not a list of changes.</exception>
    public static ShopVariant Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = OnOneLine(text);
        if (shown.Length == 0)
        {
            throw new InputException(Option, "(empty)", "it changes nothing", Remedy);
        }

        var parts = HoconSeparators.Split(text).Select(part => (Text: part, Sign: HoconSeparators.FirstEquals(part) ?? 0)).ToList();
        if (parts.Find(part => part.Sign == 0) is { Text: { } wrong })
        {
            throw new InputException(Option, shown, wrong.Length == 0 ? "there is nothing beside a comma" : $"{Binding.ErrorText.Shown(wrong)} is not a change", Remedy);
        }

        return parts.GroupBy(part => part.Text[..part.Sign].Trim()).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new InputException(Option, shown, $"{twice.Key} is changed twice", "give it one value")
            : new ShopVariant(shown, [.. parts.Select(part => new Override(Option, Assignment(part.Text, part.Sign)))]);
    }

    private static string Assignment(string text, int equals) =>
        VariedKey.PoolPath(text[..equals].Trim()) is { } pool ? $"{pool}{text[equals..]}" : text;

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
