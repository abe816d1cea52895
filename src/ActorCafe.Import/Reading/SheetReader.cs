namespace ActorCafe.Import.Reading;

/// <summary>The rows of a table, one after the other.</summary>
internal abstract class SheetReader : IDisposable
{
    /// <summary>What the file turned out to be, such as <c>semicolons, Windows-1252</c>.</summary>
    public abstract string Format { get; }

    /// <summary>Whether a line break in a cell is likely to be a missing quote; a spreadsheet has none.</summary>
    public abstract bool IsText { get; }

    /// <summary>The line of the current row, from 1: of a text its first line, of a spreadsheet the row.</summary>
    public abstract int Line { get; }

    /// <summary>The number of cells in the current row.</summary>
    public abstract int Count { get; }

    /// <summary>Moves to the next row; false after the last one.</summary>
    public abstract bool Read();

    /// <summary>The text of a cell of the current row, without spaces around it; empty where the row ends earlier.</summary>
    public string this[int column] => column < Count ? Cell(column).Trim() : "";

    /// <summary>The current row as an array.</summary>
    public string[] Cells()
    {
        var cells = new string[Count];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = this[column];
        }

        return cells;
    }

    public abstract void Dispose();

    protected abstract string Cell(int column);

    /// <summary>Opens a file: a spreadsheet if its first bytes say so, else text.</summary>
    public static SheetReader Open(InputFile file)
    {
        var stream = file.Open();
        var beginning = new byte[4];
        stream.Position = 0;
        var read = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return beginning.AsSpan(0, read) switch
        {
            [] => throw file.Error("the file is empty", "export it again"),
            [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0] => new ExcelSheetReader(file, stream),
            _ => new CsvSheetReader(file, stream),
        };
    }
}
