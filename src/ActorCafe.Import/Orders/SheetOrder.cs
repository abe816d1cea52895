using ActorCafe.Import.Columns;

namespace ActorCafe.Import.Orders;

/// <summary>The cells of a row that are read, as written; empty where there is no such column.</summary>
internal readonly record struct SheetOrder
{
    public required int Line { get; init; }

    public required string Time { get; init; }

    public required string Date { get; init; }

    public required string Drink { get; init; }

    public required string Customer { get; init; }

    public required string Quantity { get; init; }

    public required string Service { get; init; }

    /// <summary>The kind of the row; null if it does not say.</summary>
    public required RowKind? Kind { get; init; }

    public required string Place { get; init; }
}
