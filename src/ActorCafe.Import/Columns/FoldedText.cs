using System.Globalization;
using System.Text;

namespace ActorCafe.Import.Columns;

/// <summary>Text for comparison: small letters without accents, all else as single spaces.</summary>
internal static class FoldedText
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyy";

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var small = char.ToLowerInvariant(c);
            var at = Accented.IndexOf(small, StringComparison.Ordinal);
            if (small == 'ß')
            {
                folded.Append("ss");
            }
            else if (char.IsLetterOrDigit(small))
            {
                folded.Append(at < 0 ? small : Plain[at]);
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
