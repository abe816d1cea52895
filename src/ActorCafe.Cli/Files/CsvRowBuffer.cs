using System.Buffers.Text;
using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>Rows of CSV as UTF-8 bytes. Numbers never become strings: about a million rows per second.</summary>
internal sealed class CsvRowBuffer(int capacity = 1 << 16)
{
    private byte[] _bytes = new byte[capacity];
    private bool _midRow;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Text(string text)
    {
        Separate();
        var quote = text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ');
        Append(quote ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }

    public void Number(long number)
    {
        Separate();
        AppendNumber(number);
    }

    /// <summary>Seconds with 9 decimals; an empty cell for null.</summary>
    public void Seconds(TimeSpan? time)
    {
        Separate();
        if (time is not { } instant)
        {
            return;
        }
        // Integer arithmetic is exact at any size.
        var (seconds, rest) = Math.DivRem(instant.Ticks, TimeSpan.TicksPerSecond);
        AppendNumber(seconds);
        Reserve(10);
        _bytes[Length++] = (byte)'.';
        Utf8Formatter.TryFormat(rest, _bytes.AsSpan(Length), out var digits, new('D', 7));
        Length += digits;
        _bytes[Length++] = (byte)'0';
        _bytes[Length++] = (byte)'0';
    }

    /// <summary><c>STAGE-N</c>; an empty cell if there was no worker.</summary>
    public void Worker(string stage, int number)
    {
        if (number == 0)
        {
            Separate();
            return;
        }

        Text(stage);
        Append("-");
        AppendNumber(number);
    }

    public void EndRow()
    {
        Reserve(1);
        _bytes[Length++] = (byte)'\n';
        _midRow = false;
    }

    private void Separate()
    {
        if (_midRow)
        {
            Append(",");
        }

        _midRow = true;
    }

    private void AppendNumber(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var digits);
        Length += digits;
    }

    private void Append(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        }
    }
}
