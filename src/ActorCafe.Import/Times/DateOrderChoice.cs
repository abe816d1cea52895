using ActorCafe.Configuration;
using ActorCafe.Import.Reading;

namespace ActorCafe.Import.Times;

/// <summary>Decides by all dates of a sheet whether the day, the month or the year comes first; refuses to guess.</summary>
internal sealed class DateOrderChoice
{
    public const string Option = "--dates";

    private static readonly Dictionary<string, DateOrders> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["d/m/y"] = DateOrders.DayFirst,
        ["m/d/y"] = DateOrders.MonthFirst,
        ["y/m/d"] = DateOrders.YearFirst,
    };

    private readonly InputFile _file;
    private readonly DateOrders _given;
    // The first date that excludes an order, and its line.
    private readonly Dictionary<DateOrders, (int Line, string Text)> _against = [];
    private (int Line, string Text)? _firstOpen;
    private DateOrders _open = DateOrders.DayFirst | DateOrders.MonthFirst | DateOrders.YearFirst;
    private bool _differs;
    private DateOrders _order = DateOrders.DayFirst;

    public DateOrderChoice(InputFile file, string? given)
    {
        _file = file;
        _given = given is null ? DateOrders.None : Written.TryGetValue(given, out var order) ? order
            : throw new InputException(Option, given, "unknown order of day, month and year", $"write one of {string.Join(", ", Written.Keys)}");
    }

    /// <summary>What was decided and by which line; null if every date says it by itself.</summary>
    public string? Note => _firstOpen is null ? null
        : $"dates are read as {NameOf(_order)}{(_given == DateOrders.None && _against.Values.FirstOrDefault() is { Text: { } text, Line: var line } ? $" (line {line} has {text})" : "")}";

    /// <summary>Takes note of a date; returns 1, or 0 if there is none.</summary>
    public int Add(int line, string text, WrittenDate? date)
    {
        if (date is not { } written)
        {
            return 0;
        }

        if (!written.IsFixed)
        {
            _firstOpen ??= (line, text);
            foreach (var order in Written.Values.Where(order => !written.Orders.HasFlag(order)))
            {
                _against.TryAdd(order, (line, text));
            }

            _open &= written.Orders;
            _differs |= Written.Values.Where(order => written.Orders.HasFlag(order)).Select(order => written.In(order)).Distinct().Count() > 1;
        }

        return 1;
    }

    /// <exception cref="InputException">No order fits all dates, or several do.</exception>
    public void Decide()
    {
        if (_firstOpen is not { } first)
        {
            return;
        }

        if (_given != DateOrders.None)
        {
            _order = _given;
            return;
        }

        var possible = Written.Where(order => _open.HasFlag(order.Value)).ToArray();
        if (possible.Length == 0)
        {
            var lines = _against.Values.OrderBy(against => against.Line).DistinctBy(against => against.Line).TakeLast(2).ToArray();
            throw new InputException(_file.Name, $"line {lines[^1].Line}", $"{lines[^1].Text} and {lines[0].Text} in line {lines[0].Line} are not written in one order of day and month", $"say which holds with {Option} d/m/y or {Option} m/d/y; the other rows are then dropped");
        }

        if (possible.Length > 1 && _differs)
        {
            throw new InputException(_file.Name, $"line {first.Line}", $"'{first.Text}' may be {string.Join(" or ", possible.Select(order => order.Key))}, and no other date decides it", $"say it with {string.Join(" or ", possible.Select(order => $"{Option} {order.Key}"))}");
        }

        _order = possible[0].Value;
    }

    /// <summary>The day that a date means; null if it is none in the order decided on.</summary>
    public DateOnly? On(WrittenDate? date) => date?.InColumn(_order);

    private static string NameOf(DateOrders order) => Written.First(pair => pair.Value == order).Key;
}
