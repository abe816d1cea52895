using System.Collections.Immutable;
using ActorCafe.Configuration;
using ActorCafe.Import.Columns;
using ActorCafe.Import.Reading;

namespace ActorCafe.Import.Orders;

/// <summary>Keeps the rows whose columns have the values of <c>--where</c>.</summary>
internal sealed class RowFilter
{
    private const string Option = "--where";

    private readonly ImmutableArray<(int Column, string Value, string Miss)> _wanted;

    private RowFilter(ImmutableArray<(int, string, string)> wanted) => _wanted = wanted;

    /// <exception cref="InputException">A column does not exist.</exception>
    public static RowFilter Of(InputFile file, IReadOnlyList<string> names, ImmutableArray<string> where) => new([.. where.Select(text =>
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = at > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : throw new InputException(Option, text, "there is no COLUMN=VALUE", "write --where Location=Downtown");
        var column = ColumnFinder.Named(file, names, Option, name);
        return (column, value, $"{names[column]} is not {value}");
    })]);

    /// <summary>Why a row is not kept; null if it is.</summary>
    public string? Misses(Func<int, string> cell)
    {
        foreach (var (column, value, miss) in _wanted)
        {
            if (!cell(column).Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return miss;
            }
        }

        return null;
    }
}
