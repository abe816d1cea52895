using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Import.Reading;

namespace ActorCafe.Import.Columns;

/// <summary>Finds the header and the columns of a sheet, by its first rows.</summary>
internal sealed class ColumnFinder
{
    private const int MostLinesAbove = 30;

    private readonly InputFile _file;
    private readonly ImportRequest _request;
    private readonly IReadOnlyList<(int Line, string[] Cells)> _rows;
    private readonly string[] _names;
    private readonly ColumnContent[] _contents;
    private readonly int _headerLine;
    private readonly int _width;
    private readonly Dictionary<ColumnRole, int> _places = [];

    private ColumnFinder(InputFile file, ImportRequest request, IReadOnlyList<(int Line, string[] Cells)> rows)
    {
        (_file, _request, _rows) = (file, request, rows);
        var header = HeaderOf(rows, request);
        _headerLine = header < 0 ? 0 : rows[header].Line;
        var width = rows.Max(row => row.Cells.Length);
        _width = header >= 0 ? rows[header].Cells.Length : width;
        _names = [.. Enumerable.Range(0, width).Select(at => header >= 0 && at < rows[header].Cells.Length && rows[header].Cells[at].Length > 0
            ? rows[header].Cells[at] : string.Create(CultureInfo.InvariantCulture, $"column {at + 1}"))];
        _contents = [.. Enumerable.Range(0, width).Select(at => ColumnContent.Of(rows.Skip(header + 1).Where(row => at < row.Cells.Length).Select(row => row.Cells[at])))];
    }

    /// <param name="file">The file, for errors.</param>
    /// <param name="request">Which columns the user names.</param>
    /// <param name="rows">The first rows, blank ones left out; at least one.</param>
    /// <exception cref="InputException">A column that is needed is not there, or several may be meant.</exception>
    public static SheetColumns Find(InputFile file, ImportRequest request, IReadOnlyList<(int Line, string[] Cells)> rows)
    {
        var finder = new ColumnFinder(file, request, rows);
        finder.FindAll();
        return new(finder._names, finder._headerLine, finder._width, finder._places, finder.Statuses());
    }

    /// <summary>The column that the user names, by its name or its number.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static int Named(InputFile file, IReadOnlyList<string> names, string option, string name)
    {
        var exact = names.Index().Where(column => column.Item.Equals(name, StringComparison.Ordinal)).Select(column => (int?)column.Index).FirstOrDefault();
        var folded = names.Index().Where(column => FoldedText.Of(column.Item) == FoldedText.Of(name)).Select(column => (int?)column.Index).FirstOrDefault();
        return exact ?? folded ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Count ? number - 1
            : throw new InputException(option, name, $"{file.Name} has no such column", DidYouMean.Ask(name, names) ?? $"its columns are {string.Join(", ", names)}"));
    }

    private void FindAll()
    {
        foreach (var (role, name) in _request.Columns)
        {
            _places[role] = Named(_file, _names, $"--{role.ToString().ToLowerInvariant()}", name);
        }

        Set(ColumnRole.Time, Time);
        Set(ColumnRole.Date, Date);
        Set(ColumnRole.Quantity, () => Best(ColumnRole.Quantity, content => content.HasNumbers));
        Set(ColumnRole.Service, () => Best(ColumnRole.Service, content => content.HasDurations));
        Set(ColumnRole.Place, () => Best(ColumnRole.Place, content => content.Distinct > 1) ?? Best(ColumnRole.Place, content => content.Filled > 0));
        Set(ColumnRole.Drink, Drink);
        Set(ColumnRole.Customer, Customer);
    }

    private void Set(ColumnRole role, Func<int?> find)
    {
        if (!_places.ContainsKey(role) && find() is { } place)
        {
            _places[role] = place;
        }
    }

    // A time of day beats a date; a good name beats the position.
    private int? Time() =>
        Best(ColumnRole.Time, content => content.HasClocks)
        ?? Best(ColumnRole.Time, content => content.Clocks > 0 && !content.IsMidnight)
        ?? First(content => content.HasClocks)
        ?? Best(ColumnRole.Time, content => content.HasNumbers)
        ?? (_headerLine == 0 && _contents[0].HasNumbers ? 0 : (int?)null)
        ?? throw _file.Error($"no column has a time of day among {Columns()}", "name it with --time COLUMN");

    private int? Date() =>
        _contents[_places[ColumnRole.Time]].HasDates ? null
            : Best(ColumnRole.Date, content => content.HasDates || content.HasNumbers) ?? First(content => content.HasDates && !content.HasClocks);

    private int? Drink()
    {
        if (Best(ColumnRole.Drink, content => content.HasWords) is { } named)
        {
            return named;
        }

        // A trace without a header: time, customer, drink; or a time and a drink.
        if (_headerLine == 0 && _places[ColumnRole.Time] == 0 && _names.Length is 2 or 3 && !IsTaken(_names.Length - 1))
        {
            return _names.Length - 1;
        }

        if (Best(ColumnRole.Drink, content => content.Filled > 0) is { } numbered)
        {
            return numbered;
        }

        var words = Enumerable.Range(0, _names.Length).Where(at => !IsTaken(at) && _contents[at].HasWords && ColumnNames.Rank(ColumnRole.Customer, _names[at]) is null).ToArray();
        return words switch
        {
            [] => null,
            [var only] => only,
            _ => throw _file.Error($"no column is known to have the drink among {Columns()}", "name it with --drink COLUMN"),
        };
    }

    // A customer's name that is mostly missing says less than the number of the receipt.
    private int? Customer() =>
        Best(ColumnRole.Customer, content => content.Filled * 2 > _rows.Count) ?? Best(ColumnRole.Customer, content => content.Filled > 0)
        ?? (_headerLine == 0 && _names.Length == 3 && _places[ColumnRole.Time] == 0 && !IsTaken(1) ? 1 : null);

    private int? Best(ColumnRole role, Func<ColumnContent, bool> holds) => Enumerable.Range(0, _names.Length)
        .Where(at => !IsTaken(at) && holds(_contents[at]))
        .Select(at => (Place: (int?)at, Rank: ColumnNames.Rank(role, _names[at])))
        .Where(column => column.Rank is not null)
        .OrderBy(column => column.Rank).FirstOrDefault().Place;

    private int? First(Func<ColumnContent, bool> holds) =>
        Enumerable.Range(0, _names.Length).Where(at => !IsTaken(at) && holds(_contents[at])).Select(at => (int?)at).FirstOrDefault();

    private StatusColumn[] Statuses() =>
    [
        .. Enumerable.Range(0, _names.Length).Where(at => !IsTaken(at) && _contents[at].Filled > 0 && ColumnNames.Rank(ColumnRole.Status, _names[at]) is not null)
            .Select(at => StatusColumn.Of(at, _names[at], _rows.Where(row => at < row.Cells.Length).Select(row => row.Cells[at]))),
    ];

    private bool IsTaken(int column) => _places.ContainsValue(column);

    private string Columns() => string.Join(", ", _names.Where(name => name.Length > 0));

    /// <summary>The index of the row with the most names of columns; -1 if the first row is an order already.</summary>
    private static int HeaderOf(IReadOnlyList<(int Line, string[] Cells)> rows, ImportRequest request)
    {
        var (best, most) = (-1, 0);
        for (var at = 0; at < Math.Min(rows.Count, MostLinesAbove); at++)
        {
            var named = Recognised(rows[at].Cells, request);
            (best, most) = named > most ? (at, named) : (best, most);
        }

        return best >= 0 ? best : ColumnContent.Of(rows[0].Cells) is { Clocks: 0, Dates: 0, Numbers: 0 } ? 0 : -1;
    }

    private static int Recognised(string[] cells, ImportRequest request)
    {
        if (ColumnContent.Of(cells) is { Clocks: > 0 } or { Dates: > 0 } or { Numbers: > 0 })
        {
            return 0;
        }

        var given = request.Columns.Values.Count(name => cells.Any(cell => FoldedText.Of(cell) == FoldedText.Of(name) && cell.Length > 0));
        return (given * 10) + Enum.GetValues<ColumnRole>().Count(role => cells.Any(cell => ColumnNames.Rank(role, cell) is not null));
    }
}
