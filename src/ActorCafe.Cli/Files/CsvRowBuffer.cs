using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>Rows of CSV.</summary>
internal sealed class CsvRowBuffer : Utf8Buffer
{
    private bool _midRow;

    // The time of the last such cell, and its place: an order is often placed, enqueued and served at one instant.
    private TimeSpan _time;
    private int _timeAt;
    private int _timeLength;

    /// <summary>A text as a cell, quoted where necessary.</summary>
    public static byte[] CellOf(string text) => Encoding.UTF8.GetBytes(Quoted(text));

    public override void Clear()
    {
        base.Clear();
        _timeLength = 0;
    }

    public void Text(string text)
    {
        Separate();
        Append(Quoted(text));
    }

    public void Number(long number)
    {
        Separate();
        Append(number);
    }

    public void Cell(ReadOnlySpan<byte> cell)
    {
        Separate();
        Append(cell);
    }

    /// <summary>Seconds with 9 decimals; an empty cell for null.</summary>
    public void Seconds(TimeSpan? time)
    {
        Separate();
        if (time is not { } instant)
        {
            return;
        }

        if (_timeLength > 0 && instant == _time)
        {
            Repeat(_timeAt, _timeLength);
            return;
        }

        (_time, _timeAt) = (instant, Length);
        // Integer arithmetic is exact at any size.
        var (seconds, rest) = Math.DivRem(instant.Ticks, TimeSpan.TicksPerSecond);
        Append(seconds);
        Append((byte)'.');
        Append(rest, digits: 7);
        Append("00"u8);
        _timeLength = Length - _timeAt;
    }

    /// <summary><c>STAGE-N</c>; an empty cell if there was no worker.</summary>
    /// <param name="stage">The stage's name as a cell.</param>
    /// <param name="number">The worker's number.</param>
    public void Worker(ReadOnlySpan<byte> stage, int number)
    {
        Separate();
        if (number != 0)
        {
            Append(stage);
            Append((byte)'-');
            Append(number);
        }
    }

    public void EndRow()
    {
        Append((byte)'\n');
        _midRow = false;
    }

    private static string Quoted(string text)
    {
        var quote = text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ');
        return quote ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private void Separate()
    {
        if (_midRow)
        {
            Append((byte)',');
        }

        _midRow = true;
    }
}
