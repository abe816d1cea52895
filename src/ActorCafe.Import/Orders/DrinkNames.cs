using System.Globalization;
using System.Text;

namespace ActorCafe.Import.Orders;

/// <summary>Turns what a till calls its articles into names of drinks, which have letters, digits, - and _, and single spaces.</summary>
internal sealed class DrinkNames
{
    /// <summary>The drink of an export that has no column of them.</summary>
    public const string OnlyDrink = "order";

    private const string Unnamed = "unnamed";

    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];
    private readonly List<(string Text, string Name)> _changed = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Texts that are not the name of their drink, and that name: renamed, or merged with another.</summary>
    public IReadOnlyList<(string Text, string Name)> Changed => _changed;

    /// <summary>The index of a drink, by the text that the till has for it.</summary>
    public int IndexOf(string text)
    {
        if (_byText.TryGetValue(text, out var known))
        {
            return known;
        }

        var name = Clean(text);
        if (!_byName.TryGetValue(name, out var index))
        {
            index = _names.Count;
            _byName.Add(name, index);
            _names.Add(name);
        }

        if (_names[index] != text)
        {
            _changed.Add((text, _names[index]));
        }

        _byText.Add(text, index);
        return index;
    }

    private static string Clean(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsAllowed(rune))
            {
                name.Append(rune.ToString());
            }
            else if (rune.Value is not ('\'' or '’' or '.') && name.Length > 0 && name[^1] != ' ')
            {
                name.Append(' ');
            }
        }

        return name.ToString().TrimEnd() is { Length: > 0 } cleaned ? cleaned : Unnamed;
    }

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
