using System.Collections.Immutable;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Reads the text of one source into a tree; what it does not understand it refuses, with the line.</summary>
/// <param name="cursor">The text.</param>
/// <param name="chain">The sources that include this one, and itself, from the outermost.</param>
/// <param name="include">Reads an included source.</param>
internal sealed class HoconParser(
    HoconCursor cursor,
    ImmutableArray<IHoconSource> chain,
    Func<IHoconSource, ImmutableArray<IHoconSource>, HoconObject> include)
{
    private const int DeepestNesting = 100;

    private readonly List<string> _path = [];
    private readonly HoconValueParser _values = new(cursor);
    private int _depth;

    public HoconObject ParseRoot()
    {
        var origin = cursor.Origin;
        cursor.SkipBlank();
        if (cursor.Here != '{')
        {
            return new HoconObject(ParseMembers(null), origin);
        }

        var root = ParseObject();
        cursor.SkipBlank();
        return cursor.AtEnd ? root : throw cursor.Error($"'{cursor.Here}' follows the closing '}}' of the file", "remove it");
    }

    /// <summary>A value alone, up to the end of the text.</summary>
    public HoconNode ParseLoneValue(IEnumerable<string> key)
    {
        _path.AddRange(key);
        cursor.SkipBlank();
        var value = ParseValue();
        cursor.SkipBlank();
        return cursor.AtEnd ? value : throw cursor.Error(_path, $"'{cursor.Here}' follows the value", "quote a value with special characters");
    }

    private HoconObject ParseObject()
    {
        var origin = cursor.Origin;
        if (++_depth > DeepestNesting)
        {
            throw cursor.Error($"it is nested more than {DeepestNesting} deep", "close some '{' or '['");
        }

        cursor.Take();
        var members = ParseMembers(origin.Line);
        _depth--;
        return new HoconObject(members, origin);
    }

    /// <param name="opened">The line of the opening brace; null: a root without braces.</param>
    private Dictionary<string, HoconNode> ParseMembers(int? opened)
    {
        var members = new Dictionary<string, HoconNode>();
        while (true)
        {
            cursor.SkipBlank();
            if (cursor.AtEnd)
            {
                return opened is null ? members : throw cursor.Error(opened.Value, "'{' is never closed", "close it with '}'");
            }

            switch (cursor.Here)
            {
                case '}' when opened is not null:
                    cursor.Take();
                    return members;
                case '}' or ']':
                    throw cursor.Error($"'{cursor.Here}' closes nothing that is open", "remove it");
                default:
                    ParseMember(members);
                    EndMember();
                    break;
            }
        }
    }

    private void EndMember()
    {
        cursor.TakeSpaces();
        if (cursor.AtComment)
        {
            cursor.SkipComment();
        }

        switch (cursor.Here)
        {
            case ',':
            case '\n':
                cursor.Take();
                return;
            case '}':
            case '\0' when cursor.AtEnd:
                return;
            default:
                throw cursor.Error($"'{cursor.Here}' is not expected here", "begin the next key on a line of its own or after a comma, and quote values with special characters");
        }
    }

    private void ParseMember(Dictionary<string, HoconNode> members)
    {
        if (ParseInclude(members))
        {
            return;
        }

        var origin = cursor.Origin;
        var keys = _values.ParseKey();
        _path.AddRange(keys);
        var value = ParseSeparatedValue(origin);
        _path.RemoveRange(_path.Count - keys.Count, keys.Count);
        for (var at = keys.Count - 1; at > 0; at--)
        {
            value = new HoconObject(new Dictionary<string, HoconNode> { [keys[at]] = value }, origin);
        }

        HoconMerge.Put(members, keys[0], value);
    }

    private HoconNode ParseSeparatedValue(Origin origin)
    {
        cursor.TakeSpaces();
        if (cursor.Sees("+="))
        {
            cursor.Skip(2);
            return new HoconAppended(ParseValueOnLine(), origin);
        }

        if (cursor.Here is '=' or ':')
        {
            cursor.Take();
            return ParseValueOnLine();
        }

        if (!cursor.NextIsOneOf("{"))
        {
            throw cursor.Error(origin.Line, $"no '=' follows {HoconPath.Of(_path)}", "write KEY = VALUE, or KEY { ... }");
        }

        cursor.SkipBlank();
        return ParseObject();
    }

    private HoconNode ParseValueOnLine()
    {
        cursor.TakeSpaces();
        if ((cursor.Here is '\n' || cursor.AtComment) && cursor.NextIsOneOf("{["))
        {
            cursor.SkipBlank();
        }

        return ParseValue();
    }

    private HoconNode ParseValue()
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
                _ => _values.TryParsePart(_path),
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
            _ => HoconMerge.Concatenate(parts, origin, _path),
        };
    }

    private HoconArray ParseArray()
    {
        var origin = cursor.Origin;
        if (++_depth > DeepestNesting)
        {
            throw cursor.Error($"it is nested more than {DeepestNesting} deep", "close some '{' or '['");
        }

        cursor.Take();
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
                    : cursor.Error($"'{cursor.Here}' stands where an element of a list is expected", "write [a, b, c]");
            }

            items.Add(ParseValue());
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
            throw cursor.Error(opened, "'[' is never closed", "close it with ']'");
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

    private bool ParseInclude(Dictionary<string, HoconNode> members)
    {
        var line = cursor.Line;
        if (_values.TryParseInclude() is not { } path)
        {
            return false;
        }

        var source = cursor.Source.Include(path);
        if (chain.Any(outer => outer.Identity == source.Identity))
        {
            var loop = string.Join(" -> ", chain.Select(outer => outer.Name).Append(source.Name));
            throw cursor.Error(line, $"the include goes in a circle: {loop}", "remove one of these includes");
        }

        HoconObject included;
        try
        {
            included = include(source, chain.Add(source));
        }
        catch (InputException error) when (error.IsUnreadable(source.Name))
        {
            throw cursor.Error(line, $"include \"{path}\": {error.Problem} ({source.Name})", "name a file beside this one");
        }

        foreach (var (key, value) in included.Members)
        {
            HoconMerge.Put(members, key, value);
        }

        return true;
    }
}
