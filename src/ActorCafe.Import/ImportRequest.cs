using System.Collections.Immutable;
using ActorCafe.Import.Columns;

namespace ActorCafe.Import;

/// <summary>What to import, and what the user says about it.</summary>
public sealed record ImportRequest
{
    /// <summary>The exports.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Columns by name, or by number from 1; those left out are found by name and content.</summary>
    public ImmutableDictionary<ColumnRole, string> Columns { get; init; } = ImmutableDictionary<ColumnRole, string>.Empty;

    /// <summary>Rows to keep, as <c>COLUMN=VALUE</c>; all must hold.</summary>
    public ImmutableArray<string> Where { get; init; } = [];

    /// <summary>How dates such as 03/04/2024 are written: <c>d/m/y</c>, <c>m/d/y</c> or <c>y/m/d</c>; null: as the dates themselves show.</summary>
    public string? DateOrder { get; init; }

    /// <summary>The day that the shop file names, as <c>2024-03-01</c>; null: the one with the most orders.</summary>
    public string? Day { get; init; }
}
