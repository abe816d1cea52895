namespace ActorCafe.Configuration.Hocon;

/// <summary>A position in a text, with its line number.</summary>
internal sealed class HoconCursor(string text, IHoconSource source, bool isReference)
{
    private int _at;

    public int Line { get; private set; } = 1;

    public IHoconSource Source { get; } = source;

    /// <summary>The current character; NUL at the end (no text contains one).</summary>
    public char Here => _at < text.Length ? text[_at] : '\0';

    public bool AtEnd => _at >= text.Length;

    /// <summary>What errors name instead of a line: the key, if there are no lines.</summary>
    public string? Label { get; set; }

    public Origin Origin => new(Source.Name, Line, isReference);

    // Editors that join files leave byte-order marks in the middle.
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';

    public bool Sees(string what) => string.CompareOrdinal(text, _at, what, 0, what.Length) == 0;

    public char Take()
    {
        var here = Here;
        _at++;
        if (here == '\n')
        {
            Line++;
        }

        return here;
    }

    public void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Take();
        }
    }

    /// <summary>Skips spaces on this line.</summary>
    public string TakeSpaces()
    {
        var start = _at;
        while (!AtEnd && Here != '\n' && IsBlank(Here))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>Skips spaces, line ends and comments.</summary>
    public void SkipBlank()
    {
        while (!AtEnd)
        {
            if (IsBlank(Here))
            {
                Take();
            }
            else if (AtComment)
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    public bool AtComment => Here == '#' || Sees("//");

    public void SkipComment()
    {
        while (!AtEnd && Here != '\n')
        {
            _at++;
        }
    }

    /// <summary>Whether the next character, ignoring blanks and comments, is one of these. Does not advance.</summary>
    public bool NextIsOneOf(string characters)
    {
        var (at, line) = (_at, Line);
        SkipBlank();
        var found = !AtEnd && characters.Contains(Here, StringComparison.Ordinal);
        (_at, Line) = (at, line);
        return found;
    }

    public InputException Error(string problem, string remedy) => Error(Line, problem, remedy);

    public InputException Error(int line, string problem, string remedy) =>
        new(Source.Name, Label ?? FormattableString.Invariant($"line {line}"), problem, remedy);

    public InputException Error(IEnumerable<string> key, string problem, string remedy) =>
        new(Source.Name, HoconPath.Of(key), problem, remedy);
}
