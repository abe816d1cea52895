using System.Globalization;
using System.Text;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Parses keys, strings, unquoted text, substitutions and includes.</summary>
/// <param name="cursor">The text.</param>
/// <param name="including">The keys under which the text is included; none if it is not.</param>
internal sealed class HoconValueParser(HoconCursor cursor, IReadOnlyList<string> including)
{
    // Reserved by HOCON: text that contains one must be quoted.
    private const string Reserved = "$\"{}[]:=,+#`^?!@*&\\";

    public List<string> ParseKey()
    {
        var keys = new List<string>();
        while (true)
        {
            keys.Add(cursor.Here == '"' ? ParseQuotedKey() : ParseUnquotedKey());
            if (keys.Count > HoconParser.DeepestNesting)
            {
                throw HoconParser.TooDeep(cursor);
            }

            if (cursor.Here != '.')
            {
                return keys;
            }

            cursor.Take();
        }
    }

    /// <summary>Parses a part of a value on this line; null where the value ends.</summary>
    /// <param name="key">The key of the value.</param>
    /// <param name="inList">Whether the value is an element of that key's list.</param>
    public HoconNode? TryParsePart(IReadOnlyList<string> key, bool inList)
    {
        var origin = cursor.Origin;
        if (cursor.Sees("\"\"\""))
        {
            return new HoconScalar(ParseTripleQuoted(), Quoted: true, origin);
        }

        if (cursor.Here == '"')
        {
            return new HoconScalar(ParseQuoted(), Quoted: true, origin);
        }

        if (cursor.Sees("${"))
        {
            return ParseReference(key, inList);
        }

        var text = TakeUnquoted(isKey: false);
        if (text.Length > 0)
        {
            return new HoconScalar(text, Quoted: false, origin);
        }

        // In a list, '=' means that the list was never closed; the error names its opening line.
        return cursor.AtEnd || cursor.AtComment || cursor.Here is '\n' or ',' or '}' or ']' || (inList && cursor.Here is ('=' or ':'))
            ? null
            : throw cursor.Error(key, FormattableString.Invariant($"'{cursor.Here}' on line {cursor.Line} is not allowed in a value"), "put the value in double quotes");
    }

    /// <summary>Parses the path of an include; null, without advancing, if there is none.</summary>
    public string? TryParseInclude()
    {
        const string Word = "include";
        if (!cursor.Sees(Word + " ") && !cursor.Sees(Word + "\t") && !cursor.Sees(Word + "\""))
        {
            return null;
        }

        var line = cursor.Line;
        cursor.Skip(Word.Length);
        cursor.TakeSpaces();
        var brackets = 0;
        foreach (var function in (string[])["required(", "file("])
        {
            if (cursor.Sees(function))
            {
                cursor.Skip(function.Length);
                cursor.TakeSpaces();
                brackets++;
            }
        }

        foreach (var function in (string[])["url(", "classpath(", "package("])
        {
            if (cursor.Sees(function))
            {
                throw cursor.Error(line, $"include {function}...) is not supported: only files are included", "save the file beside this one and write include \"file.conf\"");
            }
        }

        if (cursor.Here != '"')
        {
            throw cursor.Error(line, "include names no file", "write include \"file.conf\"");
        }

        var path = ParseQuoted();
        for (; brackets > 0; brackets--)
        {
            cursor.TakeSpaces();
            if (cursor.Take() != ')')
            {
                throw cursor.Error(line, "'(' of the include is never closed", "close it with ')'");
            }
        }

        return path.Length > 0 ? path : throw cursor.Error(line, "include names no file", "write include \"file.conf\"");
    }

    private string ParseQuotedKey() =>
        ParseQuoted() is { Length: > 0 } key ? key : throw cursor.Error("a key is empty", "write KEY = VALUE");

    private string ParseUnquotedKey()
    {
        var key = TakeUnquoted(isKey: true);
        return key.Length > 0
            ? key
            : throw cursor.Error(cursor.Here is '\n' or '\0' ? "a key is not finished" : $"'{cursor.Here}' is not a key", "write KEY = VALUE, and quote keys with special characters");
    }

    private string TakeUnquoted(bool isKey)
    {
        var text = new StringBuilder();
        while ((!cursor.AtEnd && !HoconCursor.IsBlank(cursor.Here) && !Reserved.Contains(cursor.Here, StringComparison.Ordinal)
            && !cursor.AtComment && !(isKey && cursor.Here == '.'))
            || (!isKey && IsExponentSign(text)))
        {
            text.Append(cursor.Take());
        }

        return text.ToString();
    }

    // A '+' is allowed in unquoted text only here: 1.5e+3.
    private bool IsExponentSign(StringBuilder text) =>
        cursor.Here == '+' && text.Length > 1 && text[^1] is ('e' or 'E') && char.IsAsciiDigit(text[^2]) && (char.IsAsciiDigit(text[0]) || text[0] == '-');

    private HoconReference ParseReference(IReadOnlyList<string> key, bool inList)
    {
        var origin = cursor.Origin;
        cursor.Skip(2);
        var isOptional = cursor.Here == '?';
        if (isOptional)
        {
            cursor.Take();
        }

        cursor.TakeSpaces();
        var path = ParseKey();
        cursor.TakeSpaces();
        if (cursor.Take() != '}')
        {
            throw cursor.Error(origin.Line, "'${' is never closed", "write ${path.of.keys}");
        }

        IEnumerable<IReadOnlyList<string>> paths = including.Count > 0 ? [[.. including, .. path], path] : [path];
        return new HoconReference([.. paths.Select(target => new HoconTarget(target, !inList && target.SequenceEqual(key)))], isOptional, HoconPath.Of(key), origin);
    }

    private string ParseQuoted()
    {
        var line = cursor.Line;
        cursor.Take();
        var text = new StringBuilder();
        while (true)
        {
            if (cursor.AtEnd || cursor.Here == '\n')
            {
                throw cursor.Error(line, "'\"' is never closed", "close it with '\"' on the same line");
            }

            var next = cursor.Take();
            if (next == '"')
            {
                return text.ToString();
            }

            text.Append(next == '\\' ? ParseEscape(line) : next);
        }
    }

    private char ParseEscape(int line)
    {
        var escaped = cursor.Take();
        switch (escaped)
        {
            case '"' or '\\' or '/':
                return escaped;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                var digits = new StringBuilder();
                while (digits.Length < 4 && char.IsAsciiHexDigit(cursor.Here))
                {
                    digits.Append(cursor.Take());
                }

                if (digits.Length == 4)
                {
                    return (char)int.Parse(digits.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                }

                break;
        }

        throw cursor.Error(line, "'\\' begins no known escape", "write '\\\\' for a backslash");
    }

    private string ParseTripleQuoted()
    {
        var line = cursor.Line;
        cursor.Skip(3);
        var text = new StringBuilder();

        // Quotes before the last three belong to the text.
        while (!cursor.Sees("\"\"\"") || cursor.Sees("\"\"\"\""))
        {
            if (cursor.AtEnd)
            {
                throw cursor.Error(line, "'\"\"\"' is never closed", "close it with '\"\"\"'");
            }

            text.Append(cursor.Take());
        }

        cursor.Skip(3);
        return text.ToString();
    }
}
