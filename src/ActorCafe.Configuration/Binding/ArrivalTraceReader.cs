using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Settings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads a recorded day: a CSV file with the columns time, customer and drink.</summary>
internal sealed class ArrivalTraceReader
{
    private const string Remedy = "write three fields: time,customer,drink";

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
        using var text = DataFileText.Open(file);
        return new ArrivalTraceReader(file.Name, drinks).ReadAll(text);
    }

    private ArrivalSettings.Trace ReadAll(StreamReader text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => throw Error("a quote stands where none is meant", "quote a whole field, and double a quote within it"),
        };
        using var csv = new CsvParser(text, configuration);
        TraceColumns? columns = null;
        while (NextRow(csv))
        {
            if (columns is null)
            {
                columns = TraceColumns.Of(csv.Record!) ?? throw Error("the first row is neither a header nor an order", "begin with the header time,customer,drink");
                if (columns.IsHeader)
                {
                    continue;
                }
            }

            Add(csv, columns);
        }

        return _entries.Count > 0 ? new(_entries.DrainToImmutable()) { HasTimesOfDay = _hasTimesOfDay }
            : throw Error("the trace has no rows", Remedy);
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

    private void Add(CsvParser csv, TraceColumns columns)
    {
        if (csv.Count != TraceColumns.Count)
        {
            throw Error($"there are {csv.Count} fields", Remedy);
        }

        _hasTimesOfDay &= csv[columns.Time].Contains(':', StringComparison.Ordinal);
        _entries.Add(new(Time(csv[columns.Time]), Customer(csv[columns.Customer]), Drink(csv[columns.Drink])));
    }

    private TimeSpan Time(string text)
    {
        if (ClockTime.Problem(text, out var time) is { } problem)
        {
            throw Error($"{ErrorText.Shown(text)} {problem}", ClockTime.Remedy);
        }

        return _entries.Count == 0 || time >= _entries[^1].Time ? time
            : throw Error($"the time {ErrorText.Shown(text)} is before that of the row above", "put the rows in order of time");
    }

    private string Customer(string text)
    {
        if (text.Length == 0)
        {
            throw Error("the customer is empty", "write who orders");
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

/// <summary>The positions of a trace's columns.</summary>
internal sealed record TraceColumns(int Time, int Customer, int Drink, bool IsHeader)
{
    public const int Count = 3;

    /// <summary>The columns named by a header row in any order, or by position if the row is an order; null if it is neither.</summary>
    public static TraceColumns? Of(string[] row)
    {
        var (time, customer, drink) = (Place(row, "time"), Place(row, "customer"), Place(row, "drink"));
        return row.Length == Count && time >= 0 && customer >= 0 && drink >= 0 ? new(time, customer, drink, IsHeader: true)
            : ClockTime.Problem(row[0], out _) is null ? new(0, 1, 2, IsHeader: false)
            : null;
    }

    private static int Place(string[] row, string name) =>
        Array.FindIndex(row, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
}
