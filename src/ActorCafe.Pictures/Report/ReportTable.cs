namespace ActorCafe.Pictures.Report;

/// <summary>Names at the left, measures at the right.</summary>
/// <param name="Caption">What it is a table of.</param>
/// <param name="Head">The columns, without the one of names; empty: the table has no head.</param>
/// <param name="Rows">A name and a cell for each column.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<(string Name, IReadOnlyList<string> Cells)> Rows);
