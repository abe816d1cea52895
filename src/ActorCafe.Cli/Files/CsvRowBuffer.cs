using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>Rows of CSV. A comma follows each cell, and the end of the row replaces the last one.</summary>
internal sealed class CsvRowBuffer : Utf8Buffer
{
    // The time of the last such cell, and its place: an order is often placed, enqueued and served at one instant.
    private TimeSpan _time;
    private int _timeAt;
    private int _timeLength;

    /// <summary>A text as a cell, quoted where necessary.</summary>
    public static byte[] CellOf(string text) => Encoding.UTF8.GetBytes(Quoted(text));

    /// <summary>The most bytes that a text takes as a cell.</summary>
    public static int LongestCell(string text) => Encoding.UTF8.GetMaxByteCount(text.Length) + "\"\","u8.Length;

    public override void Clear()
    {
        base.Clear();
        _timeLength = 0;
    }

    /// <summary>The names of columns, each after the name of what they belong to, if it has one.</summary>
    public void Header(IEnumerable<string> columns, string? of = null)
    {
        foreach (var column in columns)
        {
            var name = of is null ? column : $"{of}.{column}";
            Reserve(LongestCell(name));
            Text(name);
        }
    }

    public void Text(string text)
    {
        Append(Quoted(text));
        Append((byte)',');
    }

    public void Number(long number)
    {
        Append(number);
        Append((byte)',');
    }

    public void Cell(ReadOnlySpan<byte> cell)
    {
        Append(cell);
        Append((byte)',');
    }

    /// <summary>Seconds with 9 decimals; an empty cell for null.</summary>
    public void Seconds(TimeSpan? time)
    {
        if (time is not { } instant)
        {
            Append((byte)',');
        }
        else if (_timeLength > 0 && instant == _time)
        {
            Repeat(_timeAt, _timeLength);
        }
        else
        {
            (_time, _timeAt) = (instant, Length);
            AppendSeconds(instant);
            Append((byte)',');
            _timeLength = Length - _timeAt;
        }
    }

    /// <summary><c>STAGE-N</c>; an empty cell if there was no worker.</summary>
    /// <param name="stage">The stage's name as a cell.</param>
    /// <param name="number">The worker's number.</param>
    public void Worker(ReadOnlySpan<byte> stage, int number)
    {
        if (number != 0)
        {
            Append(stage);
            Append((byte)'-');
            Append(number);
        }

        Append((byte)',');
    }

    public void EndRow() => ReplaceLast((byte)'\n');

    private static string Quoted(string text)
    {
        var quote = text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ');
        return quote ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
