using System.Collections.Immutable;
using ActorCafe.Import.Columns;

namespace ActorCafe.Import.Orders;

/// <summary>What was read of a file: each of its rows is an order's or was dropped.</summary>
public sealed record ImportedFile
{
    /// <summary>The file as the user named it.</summary>
    public required string Name { get; init; }

    /// <summary>What it turned out to be, such as <c>semicolons, Windows-1252</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The line of the header; 0 if there is none.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The names of the columns that were read.</summary>
    public required ImmutableArray<(ColumnRole Role, string Name)> Columns { get; init; }

    /// <summary>The number of rows below the header.</summary>
    public required int Rows { get; init; }

    /// <summary>The number of rows that are orders.</summary>
    public required int RowsRead { get; init; }

    /// <summary>The number of orders in them: a quantity of 2 is two.</summary>
    public required int Orders { get; init; }

    /// <summary>The other rows.</summary>
    public required ImmutableArray<DroppedRows> Dropped { get; init; }

    /// <summary>What was decided in reading, in sentences without a full stop.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}
