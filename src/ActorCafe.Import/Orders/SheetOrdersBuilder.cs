using ActorCafe.Import.Columns;

namespace ActorCafe.Import.Orders;

/// <summary>Takes from each row what will be read, and drops those that are none.</summary>
internal sealed class SheetOrdersBuilder(SheetColumns columns, RowFilter filter, RowAccount account, bool isText)
{
    // Texts that repeat are held once.
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public List<SheetOrder> Rows { get; } = [];

    public int Count { get; private set; }

    public int Inherited { get; private set; }

    public void Add(int line, int fields, Func<int, string> cell)
    {
        if (line <= columns.HeaderLine)
        {
            return;
        }

        string Text(ColumnRole role) => columns[role] is { } place ? cell(place) : "";
        var row = new SheetOrder
        {
            Line = line,
            Time = Text(ColumnRole.Time),
            Date = Once(Text(ColumnRole.Date)),
            Drink = Once(Text(ColumnRole.Drink)),
            Customer = Text(ColumnRole.Customer),
            Quantity = Once(Text(ColumnRole.Quantity)),
            Service = Text(ColumnRole.Service),
            Kind = KindOf(cell),
            Place = Once(Text(ColumnRole.Place)),
        };
        if (row.Time.Length == 0 && row.Drink.Length == 0 && Enumerable.Range(0, fields).All(column => cell(column).Length == 0))
        {
            return;
        }

        Count++;
        if (Enumerable.Range(columns.Width, Math.Max(0, fields - columns.Width)).Any(column => cell(column).Length > 0))
        {
            account.Drop(line, "more fields than the first row has");
        }
        else if (isText && HasLineBreak(row))
        {
            account.Drop(line, "a quoted field runs over the end of its line");
        }
        else if (columns.HasHeader && row.Time == columns.Names[columns[ColumnRole.Time]!.Value])
        {
            account.Drop(line, "the header again");
        }
        else if (filter.Misses(cell) is { } miss)
        {
            account.Drop(line, miss);
        }
        else
        {
            Rows.Add(Complete(row));
        }
    }

    // Some tills write what belongs to a receipt in its first row only.
    private SheetOrder Complete(SheetOrder row)
    {
        if (Rows.Count == 0 || row.Customer.Length == 0 || Rows[^1] is not { Time.Length: > 0 } above || above.Customer != row.Customer)
        {
            return row;
        }

        var complete = row with { Time = OrElse(row.Time, above.Time), Date = OrElse(row.Date, above.Date), Kind = row.Kind ?? above.Kind };
        Inherited += complete == row ? 0 : 1;
        return complete;
    }

    // Tills have several such columns; a refund in one of them is enough, and a row that is not an item prevails over both.
    private RowKind? KindOf(Func<int, string> cell) => columns.Statuses.Max(column => column.KindOf(cell(column.Place)));

    // Notes may have line breaks, but what is read here has none: a quote is missing, and the lines below are in the field.
    private static bool HasLineBreak(SheetOrder row) =>
        row.Time.Contains('\n', StringComparison.Ordinal) || row.Date.Contains('\n', StringComparison.Ordinal) || row.Drink.Contains('\n', StringComparison.Ordinal)
        || row.Quantity.Contains('\n', StringComparison.Ordinal) || row.Service.Contains('\n', StringComparison.Ordinal);

    private static string OrElse(string text, string other) => text.Length > 0 ? text : other;

    private string Once(string text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        _texts.Add(text, text);
        return text;
    }
}
