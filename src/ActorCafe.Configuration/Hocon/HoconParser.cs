namespace ActorCafe.Configuration.Hocon;

/// <summary>Parses the text of one source into a tree. Rejects anything it does not understand, naming the line.</summary>
/// <param name="cursor">The text.</param>
/// <param name="place">Where the text belongs.</param>
/// <param name="includes">Reads included sources; null if includes are not allowed.</param>
internal sealed partial class HoconParser(HoconCursor cursor, IncludeContext place, HoconIncludes? includes)
{
    public const int DeepestNesting = 100;

    private readonly List<string> _path = [.. place.Path];
    private readonly HoconValueParser _values = new(cursor, place.Path);
    private int _depth = place.Depth;

    public static InputException TooDeep(HoconCursor cursor) =>
        cursor.Error($"it is nested more than {DeepestNesting} deep", "close some '{' or '[', or write shorter paths");

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

    /// <summary>Parses a single value, that of <paramref name="key"/>, up to the end of the text.</summary>
    public HoconNode ParseLoneValue(IReadOnlyList<string> key)
    {
        _path.AddRange(key);
        cursor.SkipBlank();
        var value = ParseValue(inList: false);
        if (cursor.AtComment)
        {
            throw cursor.Error(_path, "a comment begins in the value", "quote a value with # or //");
        }

        cursor.SkipBlank();
        return cursor.AtEnd ? value : throw cursor.Error(_path, $"'{cursor.Here}' follows the value", "quote a value with special characters");
    }

    private HoconObject ParseObject()
    {
        var origin = cursor.Origin;
        Open();
        var members = ParseMembers(origin.Line);
        _depth--;
        return new HoconObject(members, origin);
    }

    private void Open()
    {
        if (++_depth > DeepestNesting)
        {
            throw TooDeep(cursor);
        }

        cursor.Take();
    }

    /// <param name="opened">The line of the opening brace; null: a root without braces.</param>
    private OrderedDictionary<string, HoconNode> ParseMembers(int? opened)
    {
        var members = new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal);
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
                cursor.Take();
                return;
            case '\n':
                cursor.SkipBlank();
                if (cursor.Here == ',')
                {
                    cursor.Take();
                }

                return;
            case '}':
            case '\0' when cursor.AtEnd:
                return;
            default:
                throw cursor.Error($"'{cursor.Here}' is not expected here", "begin the next key on a new line or after a comma, and quote values with special characters");
        }
    }

    private void ParseMember(OrderedDictionary<string, HoconNode> members)
    {
        var origin = cursor.Origin;
        if (_values.TryParseInclude() is { } file)
        {
            var included = includes?.Include(file, cursor, origin.Line, place with { Path = [.. _path], Depth = _depth })
                ?? throw cursor.Error(origin.Line, "nothing can be included here", "include only in files");
            HoconMerge.Put(members, included);
            return;
        }

        var keys = _values.ParseKey();
        _path.AddRange(keys);
        if (_path.Count > DeepestNesting)
        {
            throw TooDeep(cursor);
        }

        var value = ParseSeparatedValue(origin);
        _path.RemoveRange(_path.Count - keys.Count, keys.Count);
        for (var at = keys.Count - 1; at > 0; at--)
        {
            value = new HoconObject(new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal) { [keys[at]] = value }, origin);
        }

        HoconMerge.Put(members, keys[0], value);
    }

    private HoconNode ParseSeparatedValue(Origin origin)
    {
        cursor.TakeSpaces();
        if (cursor.Sees("+="))
        {
            cursor.Skip(2);
            return ParseValueOnLine() is var value and not HoconNull
                ? new HoconAppended([value], HoconPath.Of(_path), origin)
                : throw NullInList(origin.Line);
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
}
