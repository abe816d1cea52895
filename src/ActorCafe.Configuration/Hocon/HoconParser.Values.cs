using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <content>Values: what follows a separator, and lists.</content>
internal sealed partial class HoconParser
{
    private HoconNode ParseValueOnLine()
    {
        cursor.TakeSpaces();
        if ((cursor.Here is '\n' || cursor.AtComment) && cursor.NextIsOneOf("{["))
        {
            cursor.SkipBlank();
        }

        return ParseValue(inList: false);
    }

    private HoconNode ParseValue(bool inList)
    {
        var origin = cursor.Origin;
        var parts = new List<HoconNode>();
        while (true)
        {
            var spaces = cursor.TakeSpaces();
            var part = cursor.Here switch
            {
                '{' => ParseObject(),
                '[' => ParseArray(),
                _ => _values.TryParsePart(_path, inList),
            };
            if (part is null)
            {
                break;
            }

            if (spaces.Length > 0 && parts.Count > 0)
            {
                parts.Add(new HoconScalar(spaces, Quoted: false, origin));
            }

            parts.Add(part);
        }

        return parts switch
        {
            [] => throw cursor.Error(_path, FormattableString.Invariant($"no value follows on line {origin.Line}"), "write a value after it, or \"\" for an empty one"),
            [HoconScalar { Quoted: false, Text: "null" }] => new HoconNull(origin),
            [var only] => only,
            _ when parts.Any(part => part is HoconReference) => new HoconConcatenation(parts, HoconPath.Of(_path), origin),
            _ => HoconConcatenator.Join(parts, HoconPath.Of(_path), origin),
        };
    }

    private HoconArray ParseArray()
    {
        var origin = cursor.Origin;
        Open();
        var items = new List<HoconNode>();
        while (true)
        {
            cursor.SkipBlank();
            if (cursor.AtEnd)
            {
                throw cursor.Error(origin.Line, "'[' is never closed", "close it with ']'");
            }

            if (cursor.Here == ']')
            {
                cursor.Take();
                _depth--;
                return new HoconArray(items, origin);
            }

            if (cursor.Here is '}' or ',' or '=' or ':')
            {
                throw cursor.Here == '}'
                    ? cursor.Error(origin.Line, "'[' is never closed", "close it with ']'")
                    : cursor.Error($"'{cursor.Here}' is not an element of a list", "write [a, b, c]");
            }

            var line = cursor.Line;
            var item = ParseValue(inList: true);
            items.Add(item is HoconNull ? throw NullInList(line) : item);
            EndElement(origin.Line);
        }
    }

    private void EndElement(int opened)
    {
        cursor.TakeSpaces();
        if (cursor.AtComment)
        {
            cursor.SkipComment();
        }

        if (cursor.Here is '=' or ':' or '}')
        {
            throw cursor.Error(opened, string.Create(CultureInfo.InvariantCulture, $"'[' is never closed before the '{cursor.Here}' on line {cursor.Line}"), "close it with ']'");
        }

        if (cursor.Here is '\n')
        {
            cursor.SkipBlank();
        }

        if (cursor.Here == ',')
        {
            cursor.Take();
        }
    }

    private InputException NullInList(int line) =>
        cursor.Error(line, "a list cannot contain null", "leave it out, or write \"null\" for the text");
}
