using System.Collections.Immutable;

namespace ActorCafe.Import.Orders;

/// <summary>Accounts for every row of a file: it was read, or dropped for a reason.</summary>
internal sealed class RowAccount
{
    private const int MostLines = 5;

    private readonly Dictionary<string, (int Count, List<int> Lines)> _dropped = new(StringComparer.Ordinal);

    /// <summary>The number of rows dropped.</summary>
    public int DroppedCount { get; private set; }

    /// <summary>The reasons, in the order in which they were met.</summary>
    public ImmutableArray<DroppedRows> Dropped => [.. _dropped.Select(pair => new DroppedRows(pair.Key, pair.Value.Count, [.. pair.Value.Lines]))];

    public void Drop(int line, string reason)
    {
        var (count, lines) = _dropped.GetValueOrDefault(reason, (0, []));
        if (count < MostLines)
        {
            lines.Add(line);
        }

        _dropped[reason] = (count + 1, lines);
        DroppedCount++;
    }
}
