using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Settings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads a recorded day: a CSV file with the columns time, customer and drink.</summary>
internal sealed class ArrivalTraceReader
{
    private const string Remedy = $"write the columns time,customer,drink, or {TraceLayout.TryImport}";

    private readonly string _name;
    private readonly IReadOnlyList<string> _drinks;
    private readonly Dictionary<string, int> _drinkIndex;
    // Interns customer names, which are most of a long trace.
    private readonly Dictionary<string, string> _customers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TraceEntry>.Builder _entries = ImmutableArray.CreateBuilder<TraceEntry>();
    private bool _hasTimesOfDay = true;
    private int _line;

    private ArrivalTraceReader(string name, IReadOnlyList<string> drinks)
    {
        _name = name;
        _drinks = drinks;
        _drinkIndex = drinks.Index().ToDictionary(drink => drink.Item, drink => drink.Index, StringComparer.Ordinal);
    }

    /// <param name="file">The file.</param>
    /// <param name="drinks">The names of all drinks, in the order of the menu.</param>
    /// <exception cref="InputException">A line is wrong; the message names it.</exception>
    public static ArrivalSettings.Trace Read(DataFile file, IReadOnlyList<string> drinks)
    {
        var reader = new ArrivalTraceReader(file.Name, drinks);
        using var beginning = DataFileText.Open(file, $", or {TraceLayout.TryImport}");
        var layout = reader.Layout(beginning);
        using var text = DataFileText.Open(file);
        return reader.ReadAll(text, layout);
    }

    private ArrivalSettings.Trace ReadAll(StreamReader text, TraceLayout layout)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = layout.Separator,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => throw Error("there is a quote inside the value", "quote a whole field, and double a quote within it"),
        };
        using var csv = new CsvParser(text, configuration);
        if (NextRow(csv) && !layout.IsHeader)
        {
            Add(csv, layout);
        }

        while (NextRow(csv))
        {
            Add(csv, layout);
        }

        return _entries.Count > 0 ? new(_entries.DrainToImmutable()) { HasTimesOfDay = _hasTimesOfDay }
            : throw Error("the trace has no rows", Remedy);
    }

    /// <summary>The layout that the first row shows.</summary>
    private TraceLayout Layout(StreamReader text)
    {
        while (text.ReadLine() is { } row)
        {
            _line++;
            if (!string.IsNullOrWhiteSpace(row))
            {
                return TraceLayout.Of(row, out var problem) ?? throw Error(problem, Remedy);
            }
        }

        throw Error("the trace has no rows", Remedy);
    }

    // A line break within quotes would merge two lines into one row; it is almost always a missing quote.
    private bool NextRow(CsvParser csv)
    {
        do
        {
            _line = csv.RawRow + 1;
            if (!csv.Read())
            {
                return false;
            }

            if (csv.RawRow > _line)
            {
                throw Error("a quoted field runs over the end of the line", "close its quote on the same line");
            }
        }
        while (csv.Count == 1 && csv[0].Length == 0);
        return true;
    }

    private void Add(CsvParser csv, TraceLayout layout)
    {
        if (csv.Count != layout.Columns)
        {
            throw Error($"the number of fields is {csv.Count}, in the first row it is {layout.Columns}", $"separate fields as there and quote one that holds a separator, or {TraceLayout.TryImport}");
        }

        _hasTimesOfDay &= csv[layout.Time].Contains(':', StringComparison.Ordinal);
        _entries.Add(new(Time(csv[layout.Time]), Customer(csv[layout.Customer]), Drink(csv[layout.Drink])));
    }

    private TimeSpan Time(string text)
    {
        if (ClockTime.Problem(text.AsSpan().Trim(), out var time) is { } problem)
        {
            throw Error($"{ErrorText.Shown(text)} {ClockTime.Cause(text) ?? problem}", $"{ClockTime.Remedy}, or {TraceLayout.TryImport}");
        }

        if (_entries.Count == 0 || time >= _entries[^1].Time)
        {
            return time;
        }

        var isNextDay = _entries[^1].Time - time > TimeSpan.FromHours(12);
        var remedy = isNextDay ? $"after midnight count on: {ErrorText.Clock(time + TimeSpan.FromDays(1))}" : "put the rows in order of time";
        throw Error($"the time {ErrorText.Shown(text)} is before that of the row above", $"{remedy}, or {TraceLayout.TryImport}");
    }

    private string Customer(string text)
    {
        if (text.Length == 0)
        {
            throw Error("the customer is empty", "write a name");
        }

        if (_customers.TryGetValue(text, out var known))
        {
            return known;
        }

        _customers.Add(text, text);
        return text;
    }

    private int Drink(string text) =>
        _drinkIndex.TryGetValue(text, out var drink) ? drink
            : throw Error($"{ErrorText.Shown(text)} is not on the menu", ErrorText.Instead(text, _drinks));

    private InputException Error(string problem, string remedy) => DataFileText.Error(_name, Math.Max(_line, 1), problem, remedy);
}
