using ActorCafe.Configuration;
using ActorCafe.Import.Columns;
using ActorCafe.Import.Reading;

namespace ActorCafe.Import.Orders;

/// <summary>The rows below a sheet's header, and what was dropped of it already.</summary>
/// <param name="Format">What the file turned out to be.</param>
/// <param name="Columns">Where it has what.</param>
/// <param name="Rows">The rows to read.</param>
/// <param name="Count">The number of rows below the header that are not blank.</param>
/// <param name="Inherited">The number of rows that took a time or a status from the row above, of the same receipt.</param>
internal sealed record SheetOrders(string Format, SheetColumns Columns, List<SheetOrder> Rows, int Count, int Inherited)
{
    // Enough to tell what the columns hold.
    private const int FirstRows = 1000;

    /// <exception cref="InputException">The file is no table, or a column cannot be found.</exception>
    public static SheetOrders Read(InputFile file, ImportRequest request, RowAccount account)
    {
        using var reader = SheetReader.Open(file);
        var first = new List<(int Line, string[] Cells)>();
        while (first.Count < FirstRows && reader.Read())
        {
            if (reader.Cells() is var cells && cells.Any(cell => cell.Length > 0))
            {
                first.Add((reader.Line, cells));
            }
        }

        if (first.Count == 0)
        {
            throw file.Error("there are no rows", "export it again");
        }

        var columns = ColumnFinder.Find(file, request, first);
        var builder = new SheetOrdersBuilder(columns, RowFilter.Of(file, columns.Names, request.Where), account, reader.IsText);
        foreach (var (line, cells) in first)
        {
            builder.Add(line, cells.Length, column => column < cells.Length ? cells[column] : "");
        }

        while (reader.Read())
        {
            builder.Add(reader.Line, reader.Count, column => reader[column]);
        }

        return new(reader.Format, columns, builder.Rows, builder.Count, builder.Inherited);
    }
}
