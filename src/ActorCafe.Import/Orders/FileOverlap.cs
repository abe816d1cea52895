using System.Runtime.InteropServices;

namespace ActorCafe.Import.Orders;

/// <summary>Rows that two files have in common: they are read twice, and count twice.</summary>
/// <param name="First">The file named first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Rows">The number of equal rows.</param>
/// <param name="RowsRead">The number of rows read of the second file.</param>
/// <param name="From">The first day that has them.</param>
/// <param name="To">The last day that has them.</param>
/// <param name="HasCustomers">Whether they also have the same customer or receipt, and not only the same time, drink and quantity.</param>
public sealed record FileOverlap(string First, string Second, int Rows, int RowsRead, DateOnly From, DateOnly To, bool HasCustomers)
{
    /// <summary>The overlaps of all pairs of files; all orders have dates.</summary>
    internal static IEnumerable<FileOverlap> Among(IReadOnlyList<FileImport> files) =>
        from second in Enumerable.Range(1, Math.Max(0, files.Count - 1))
        from first in Enumerable.Range(0, second)
        let overlap = Of(files[first], files[second])
        where overlap is not null
        select overlap;

    private static FileOverlap? Of(FileImport first, FileImport second)
    {
        if (first.LastDay < second.FirstDay || second.LastDay < first.FirstDay)
        {
            return null;
        }

        // Where a file has no customers, they are numbered.
        var hasCustomers = first.HasCustomers && second.HasCustomers;
        ImportedOrder Key(ImportedOrder order) => hasCustomers ? order : order with { Customer = "" };
        var left = new Dictionary<ImportedOrder, int>();
        foreach (var order in first.Orders)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(left, Key(order), out _)++;
        }

        var (rows, from, to) = (0, DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var order in second.Orders)
        {
            var key = Key(order);
            if (left.GetValueOrDefault(key) == 0)
            {
                continue;
            }

            left[key]--;
            rows++;
            (from, to) = (order.Day < from ? order.Day.Value : from, order.Day > to ? order.Day.Value : to);
        }

        return rows == 0 ? null : new(first.Account.Name, second.Account.Name, rows, second.Orders.Count, from, to, hasCustomers);
    }
}
