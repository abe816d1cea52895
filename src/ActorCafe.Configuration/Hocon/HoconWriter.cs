using System.Text;
using System.Text.RegularExpressions;

namespace ActorCafe.Configuration.Hocon;

/// <summary>
/// Writes a resolved tree as plain HOCON that any parser reads back unchanged. Akka's own getters then trim every text and treat
/// "null" as no value, quoted or not; no spelling prevents that.
/// </summary>
internal static partial class HoconWriter
{
    /// <summary>The text of a value; an object includes its braces.</summary>
    public static string Write(HoconNode node)
    {
        var text = new StringBuilder();
        Write(node, text, string.Empty);
        return text.ToString();
    }

    private static void Write(HoconNode node, StringBuilder text, string indent)
    {
        switch (node)
        {
            case HoconObject inner:
                text.Append("{\n");
                foreach (var (key, value) in inner.Members)
                {
                    text.Append(indent).Append("  ").Append(HoconPath.Quote(key)).Append(value is HoconObject ? " " : " = ");
                    Write(value, text, indent + "  ");
                    text.Append('\n');
                }

                text.Append(indent).Append('}');
                break;
            case HoconArray list:
                text.Append('[');
                for (var at = 0; at < list.Items.Count; at++)
                {
                    text.Append(at > 0 ? ", " : string.Empty);
                    Write(list.Items[at], text, indent + "  ");
                }

                text.Append(']');
                break;
            case HoconScalar scalar:
                text.Append(IsPlain(scalar) ? scalar.Text : HoconPath.InQuotes(scalar.Text));
                break;
            default:
                throw new ArgumentException($"A {node.GetType().Name} has to be resolved before it is written.", nameof(node));
        }
    }

    // A number (with or without a unit) or a word, except null, which would remove the key.
    [GeneratedRegex("^(-?[0-9]+(\\.[0-9]+)?[a-zA-Z]*|(?!null$)[a-zA-Z][a-zA-Z0-9_-]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    private static bool IsPlain(HoconScalar scalar) => !scalar.Quoted && !scalar.Text.EndsWith('\n') && Plain().IsMatch(scalar.Text);
}
