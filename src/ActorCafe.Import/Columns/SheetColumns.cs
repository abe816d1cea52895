namespace ActorCafe.Import.Columns;

/// <summary>Which column of a sheet has what.</summary>
/// <param name="Names">The names in the header; of a sheet without one <c>column 1</c>, <c>column 2</c>.</param>
/// <param name="HeaderLine">The line of the header; 0 if there is none.</param>
/// <param name="Width">The number of fields in the header, or in the longest of the first rows.</param>
/// <param name="Places">The column of each role that has one, from 0.</param>
/// <param name="Statuses">The columns that say whether a row is a sale.</param>
internal sealed record SheetColumns(IReadOnlyList<string> Names, int HeaderLine, int Width, IReadOnlyDictionary<ColumnRole, int> Places, IReadOnlyList<StatusColumn> Statuses)
{
    public bool HasHeader => HeaderLine > 0;

    /// <summary>The column of a role; null if it has none.</summary>
    public int? this[ColumnRole role] => Places.TryGetValue(role, out var place) ? place : null;

    /// <summary>Whether the header has the names of a trace, so that plain numbers are seconds.</summary>
    public bool IsTrace => this[ColumnRole.Time] is { } time && (!HasHeader || Names[time].Equals("time", StringComparison.OrdinalIgnoreCase))
        && this[ColumnRole.Date] is null;

    /// <summary>The name of a role's column; null if it has none.</summary>
    public string? NameOf(ColumnRole role) => this[role] is { } place ? Names[place] : null;
}
