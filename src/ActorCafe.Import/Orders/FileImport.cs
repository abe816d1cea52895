using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Import.Columns;
using ActorCafe.Import.Reading;
using ActorCafe.Import.Times;

namespace ActorCafe.Import.Orders;

/// <summary>Reads the orders of one file.</summary>
internal sealed class FileImport
{
    private readonly InputFile _file;
    private readonly RowAccount _account = new();
    private readonly SheetOrders _sheet;
    private readonly TimeConvention _convention;
    private readonly ServiceColumn? _services;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _zones = new(StringComparer.Ordinal);
    private readonly List<ImportedOrder> _orders = [];
    private int _weighed;

    private FileImport(InputFile file, ImportRequest request)
    {
        _file = file;
        _sheet = SheetOrders.Read(file, request, _account);
        _convention = TimeConvention.Of(file, _sheet, request.DateOrder);
        _services = _sheet.Columns.NameOf(ColumnRole.Service) is { } name ? new(file, name) : null;
    }

    /// <summary>The orders, in the order of the rows.</summary>
    public IReadOnlyList<ImportedOrder> Orders => _orders;

    /// <summary>The first day; null where rows have no dates.</summary>
    public DateOnly? FirstDay { get; private set; }

    /// <summary>The last day; null where rows have no dates.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Whether a column has customers or receipts.</summary>
    public bool HasCustomers => _sheet.Columns[ColumnRole.Customer] is not null;

    /// <summary>Whether times are plain seconds, as in a trace.</summary>
    public bool IsPlainSeconds => _convention.IsPlainSeconds;

    /// <summary>The service times by drink; null if there is no column of them.</summary>
    public ServiceColumn? Services => _services;

    public ImportedFile Account { get; private set; } = null!;

    /// <param name="path">The file.</param>
    /// <param name="request">What the user says about it.</param>
    /// <param name="drinks">The menu, which grows.</param>
    /// <exception cref="InputException">The file cannot be read, or none of its rows is an order.</exception>
    public static FileImport Read(string path, ImportRequest request, DrinkNames drinks)
    {
        var import = new FileImport(new(path), request);
        foreach (var row in import._sheet.Rows)
        {
            if (import.Problem(row, drinks) is { } problem)
            {
                import._account.Drop(row.Line, problem);
            }
        }

        // A large export's rows are not needed any more.
        import._sheet.Rows.Clear();
        import._sheet.Rows.TrimExcess();
        import.CheckRead();
        (import.FirstDay, import.LastDay) = (import._orders.Min(order => order.Day), import._orders.Max(order => order.Day));
        import.Account = import.Total();
        return import;
    }

    private string? Problem(SheetOrder row, DrinkNames drinks)
    {
        if (row.Kind is RowKind.Refund or RowKind.NoItem)
        {
            return row.Kind == RowKind.Refund ? "refunded or cancelled" : "no item: the total, a payment or a charge of a receipt";
        }

        var problem = QuantityText.Problem(row.Quantity, out var quantity);
        problem ??= row.Drink.Length == 0 && _sheet.Columns[ColumnRole.Drink] is not null ? "no drink" : null;
        if ((_convention.Problem(row, out var day, out var time, out var zone) ?? problem) is { } first)
        {
            return first;
        }

        _weighed += NumberText.TryRead(row.Quantity, out var number) && number != decimal.Truncate(number) ? 1 : 0;
        var drink = drinks.IndexOf(_sheet.Columns[ColumnRole.Drink] is null ? DrinkNames.OnlyDrink : row.Drink);
        var customer = row.Customer.Length > 0 ? row.Customer : (_orders.Count + 1).ToString(CultureInfo.InvariantCulture);
        _orders.Add(new(day, time, customer, drink, quantity));
        _services?.Add(row.Line, row.Service, drink, quantity);
        if (row.Place.Length > 0)
        {
            _places[row.Place] = _places.GetValueOrDefault(row.Place) + 1;
        }

        if (zone.Length > 0)
        {
            _zones.Add(zone);
        }

        return null;
    }

    private void CheckRead()
    {
        if (_orders.Count == 0)
        {
            var why = _account.Dropped.IsEmpty ? "there are no rows below the header"
                : $"no row is an order: {string.Join(", ", _account.Dropped.Select(dropped => $"{dropped.Reason} (line {dropped.Lines[0]})"))}";
            throw _file.Error(why, "name the columns with --time, --date and --drink, or check --where");
        }
    }

    private ImportedFile Total() => new()
    {
        Name = _file.Name,
        Format = _sheet.Format,
        HeaderLine = _sheet.Columns.HeaderLine,
        Columns = [.. _sheet.Columns.Places.OrderBy(pair => pair.Key).Select(pair => (pair.Key, _sheet.Columns.Names[pair.Value])), .. _sheet.Columns.Statuses.Select(column => (ColumnRole.Status, column.Name))],
        Rows = _sheet.Count,
        RowsRead = _orders.Count,
        Orders = _orders.Sum(order => order.Quantity),
        Dropped = _account.Dropped,
        Notes = [.. Notes()],
    };

    private IEnumerable<string> Notes()
    {
        foreach (var note in _convention.Notes)
        {
            yield return note;
        }

        if (_sheet.Columns[ColumnRole.Drink] is null)
        {
            yield return $"no column has the drink (--drink COLUMN names it): all orders are for one, {DrinkNames.OnlyDrink}";
        }

        if (_zones.Count > 0)
        {
            yield return $"times are taken as written, whatever time zone is beside them ({string.Join(", ", _zones.Order(StringComparer.Ordinal).Take(3))}{(_zones.Count > 3 ? ", ..." : "")})";
        }

        if (_sheet.Inherited > 0)
        {
            yield return $"rows that took the time or status of the row above, of the same {_sheet.Columns.NameOf(ColumnRole.Customer)}: {_sheet.Inherited}";
        }

        if (_weighed > 0)
        {
            yield return $"rows sold by weight, each one order: {_weighed}";
        }

        if (_services?.Note is { } services)
        {
            yield return services;
        }

        if (_places.Count > 1)
        {
            var column = _sheet.Columns.NameOf(ColumnRole.Place);
            var largest = _places.OrderByDescending(place => place.Value).ThenBy(place => place.Key, StringComparer.Ordinal).ToArray();
            yield return $"{column} has {_places.Count} values, all taken together: {string.Join(", ", largest.Take(5).Select(place => $"{place.Key} ({place.Value} {(place.Value == 1 ? "row" : "rows")})"))}{(largest.Length > 5 ? ", ..." : "")}; --where \"{column}={largest[0].Key}\" picks one";
        }
    }
}
