using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Settings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads a recorded day: a CSV file with the columns time, customer and drink.</summary>
internal sealed class TraceFile
{
    private const string Remedy = "write three fields: time,customer,drink";

    private readonly string _name;
    private readonly IReadOnlyList<string> _drinks;
    private readonly Dictionary<string, int> _drinkIndex;
    // One string for all rows of a customer: a long trace is mostly names.
    private readonly Dictionary<string, string> _customers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TraceEntry>.Builder _entries = ImmutableArray.CreateBuilder<TraceEntry>();
    private int _line;

    private TraceFile(string name, IReadOnlyList<string> drinks)
    {
        _name = name;
        _drinks = drinks;
        _drinkIndex = drinks.Index().ToDictionary(drink => drink.Item, drink => drink.Index, StringComparer.Ordinal);
    }

    /// <param name="file">The file.</param>
    /// <param name="drinks">The names of all drinks, in the order of the menu.</param>
    /// <exception cref="InputException">A line is wrong; it is named.</exception>
    public static ImmutableArray<TraceEntry> Read(DataFile file, IReadOnlyList<string> drinks)
    {
        using var text = CsvText.Open(file);
        return new TraceFile(file.Name, drinks).ReadAll(text);
    }

    private ImmutableArray<TraceEntry> ReadAll(StreamReader text)
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

        return _entries.Count > 0 ? _entries.DrainToImmutable() : throw Error("the trace has no rows", Remedy);
    }

    // A line break within quotes would make one row of two lines; it is almost always a quote left open.
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

        _entries.Add(new(Time(csv[columns.Time]), Customer(csv[columns.Customer]), Drink(csv[columns.Drink])));
    }

    private TimeSpan Time(string text)
    {
        if (!TraceTime.TryParse(text, out var time))
        {
            throw Error($"{Words.Shown(text)} is not a time", TraceTime.Remedy);
        }

        if (time < TimeSpan.Zero)
        {
            throw Error($"the time {Words.Shown(text)} is negative", "count from the opening of the shop, 0 or more");
        }

        return _entries.Count == 0 || time >= _entries[^1].Time ? time
            : throw Error($"the time {Words.Shown(text)} is before that of the row above", "put the rows in order of time");
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
            : throw Error($"{Words.Shown(text)} is not on the menu", Words.Instead(text, _drinks));

    private InputException Error(string problem, string remedy) => CsvText.Error(_name, Math.Max(_line, 1), problem, remedy);
}
