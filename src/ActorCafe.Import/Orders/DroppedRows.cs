using System.Collections.Immutable;

namespace ActorCafe.Import.Orders;

/// <summary>Rows of a file that became no order, for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Lines">The lines of the first of them.</param>
public sealed record DroppedRows(string Reason, int Count, ImmutableArray<int> Lines);
