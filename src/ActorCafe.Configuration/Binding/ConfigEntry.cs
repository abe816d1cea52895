using System.Globalization;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>A value and its path. Converts itself to the expected type or reports why it cannot.</summary>
/// <param name="Path">The full path of its key.</param>
/// <param name="Key">The last part of the path.</param>
/// <param name="Node">The value.</param>
internal sealed record ConfigEntry(string Path, string Key, HoconNode Node)
{
    /// <param name="problem">The problem.</param>
    /// <param name="remedy">The remedy.</param>
    /// <param name="because">The entry that made a default wrong: its file is named if nobody wrote this one.</param>
    public InputException Error(string problem, string remedy, ConfigEntry? because = null)
    {
        var origin = Node.Origin.IsReference && because is not null ? because.Node.Origin : Node.Origin;
        return new(origin.Source, origin.Given ?? Path, problem, remedy);
    }

    /// <summary>The value as an object.</summary>
    public ConfigSection Section(string meant = "an object", string? remedy = null) =>
        Node is HoconObject section ? new(section, Path) : throw Mismatch(meant, remedy ?? $"write {Key} {{ ... }}");

    /// <summary>The value as a list. An object in it is named by its index, a plain value by the list.</summary>
    public IReadOnlyList<ConfigEntry> List(string example) =>
        Node is HoconArray list
            ? [.. list.Items.Select((item, place) => new ConfigEntry(item is HoconScalar ? Path : Element(place), Key, item))]
            : throw Mismatch("a list", $"write {Key} = {example}");

    /// <summary>As <see cref="List"/>, with at least one value.</summary>
    public IReadOnlyList<ConfigEntry> FilledList(string example) =>
        List(example) is { Count: > 0 } list ? list : throw Error("the list is empty", $"write at least one value, as in {example}");

    /// <summary>A single line of text.</summary>
    public string Text(string remedy = "write one line of text")
    {
        var text = Plain("text", remedy);
        return string.IsNullOrWhiteSpace(text) ? throw Error("the text is empty", remedy)
            : text.Any(char.IsControl) ? throw Error("the text has a line break or another control character", remedy)
            : text;
    }

    /// <summary>Whether the value is the word <paramref name="word"/>.</summary>
    public bool Is(string word) => Node is HoconScalar scalar && scalar.Text == word;

    /// <summary>A boolean.</summary>
    public bool Flag(string orElse = "") => Plain("on or off", $"write on or off{orElse}") switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        var text => throw Error($"{ErrorText.Shown(text)} is neither on nor off", $"write on or off{orElse}"),
    };

    /// <summary>One of several words.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> choices)
    {
        var text = Plain("a word", $"write {ErrorText.Or(choices.Keys)}");
        return choices.TryGetValue(text, out var choice) ? choice
            : throw Error($"{ErrorText.Shown(text)} is no known {Key}", ErrorText.Choices(text, [.. choices.Keys]));
    }

    /// <summary>A whole number within bounds.</summary>
    public long Whole(long min, long max = long.MaxValue, string orElse = "")
    {
        var remedy = (min == long.MinValue ? "write a 64-bit whole number"
            : max == long.MaxValue ? $"write a whole number, {min} or more"
            : $"write a whole number from {min} to {max}") + orElse;
        var text = Plain("a whole number", remedy);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw Error($"{ErrorText.Shown(text)} is not a whole number", remedy);
        }

        return number < min || number > max ? throw Error($"{number} is out of range", remedy) : number;
    }

    /// <summary>A plain number.</summary>
    public double Number(string remedy = "write a number")
    {
        var text = Plain("a number", remedy);
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            throw Error($"{ErrorText.Shown(text)} is not a number", remedy);
        }

        return double.IsFinite(number) ? number : throw Error($"{ErrorText.Shown(text)} is not a finite number", remedy);
    }

    /// <summary>A plain number above 0.</summary>
    public double Positive()
    {
        const string Remedy = "write a number above 0";
        return Number(Remedy) is > 0 and var number ? number : throw Error($"{ErrorText.Shown(Plain("a number", Remedy))} is not above 0", Remedy);
    }

    /// <summary>A plain number, 0 or more.</summary>
    public double NotNegative(string remedy = "write a number, 0 or more") =>
        Number(remedy) is >= 0 and var number ? number : throw Error($"{ErrorText.Shown(Plain("a number", remedy))} is negative", remedy);

    /// <summary>A time, 0 or more.</summary>
    public TimeSpan Duration(string orElse = "")
    {
        var text = Plain("a time", HoconDuration.Remedy + orElse);
        if (!HoconDuration.TryParse(text, out var time, out var problem))
        {
            // The problem names its remedy after a semicolon.
            var parts = problem.Split("; ", 2);
            throw Error(parts[0], parts[1] + orElse);
        }

        return time >= TimeSpan.Zero ? time : throw Error($"{text} is negative", HoconDuration.Remedy + orElse);
    }

    /// <summary>A time of the shop's clock, counted from midnight: a duration such as <c>8h</c>, or a time of day, <c>"08:00:00"</c>.</summary>
    public TimeSpan TimeOfDay(string orElse = "") =>
        Node is not HoconScalar { Text: var text } || !text.Contains(':', StringComparison.Ordinal) ? Duration(orElse)
            : ClockTime.Problem(text, out var time) is { } problem ? throw Error($"{ErrorText.Shown(text)} {problem}", $"write a time of day such as \"08:30:00\", or a duration such as 8.5h{orElse}")
            : time;

    /// <summary>A time of the shop's clock, after that of the change before it, if there is one.</summary>
    public TimeSpan TimeOfDayAfter(TimeSpan? previous) => TimeOfDay() is var time && time <= previous
        ? throw Error("the time is not after that of the change before it", "write the changes in order of time")
        : time;

    /// <summary>A time above 0.</summary>
    public TimeSpan PositiveDuration(string orElse = "") =>
        Duration(orElse) is var time && time > TimeSpan.Zero ? time : throw Error("the time is 0", $"write a time above 0 such as 45s{orElse}");

    private string Plain(string meant, string remedy) =>
        Node is HoconScalar scalar ? scalar.Text : throw Mismatch(meant, remedy);

    private string Element(int place) => string.Create(CultureInfo.InvariantCulture, $"{Path}[{place}]");

    private InputException Mismatch(string meant, string remedy) => Error($"expected {meant}, not {Kind()}", remedy);

    private string Kind() => Node switch
    {
        HoconObject => "an object",
        HoconArray => "a list",
        HoconScalar scalar => ErrorText.Shown(scalar.Text),
        _ => "something else",
    };
}
