namespace ActorCafe.Configuration.Binding;

/// <summary>Where a trace's columns stand.</summary>
internal sealed record TraceColumns(int Time, int Customer, int Drink, bool IsHeader)
{
    public const int Count = 3;

    /// <summary>The columns as the first row names them, in any order, or by position where it is an order already; null where it is neither.</summary>
    public static TraceColumns? Of(string[] row)
    {
        var (time, customer, drink) = (Place(row, "time"), Place(row, "customer"), Place(row, "drink"));
        return row.Length == Count && time >= 0 && customer >= 0 && drink >= 0 ? new(time, customer, drink, IsHeader: true)
            : TraceTime.TryParse(row[0], out _) ? new(0, 1, 2, IsHeader: false)
            : null;
    }

    private static int Place(string[] row, string name) =>
        Array.FindIndex(row, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
}
