using System.Text;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Writes a resolved tree as plain HOCON that any parser reads back as the same.</summary>
public static class HoconWriter
{
    /// <summary>The text of a value; an object with its braces.</summary>
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
                text.Append(IsPlain(scalar) ? scalar.Text : Quote(scalar.Text));
                break;
            default:
                throw new ArgumentException($"A {node.GetType().Name} has to be resolved before it is written.", nameof(node));
        }
    }

    private static bool IsPlain(HoconScalar scalar) =>
        !scalar.Quoted && scalar.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
