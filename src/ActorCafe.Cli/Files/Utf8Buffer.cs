using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>Text as UTF-8 bytes, to be written in large pieces. Numbers never become strings.</summary>
internal class Utf8Buffer
{
    /// <summary>The length from which it should be written out.</summary>
    private const int Full = 60_000;

    private const int LongestNumber = 20;
    private byte[] _bytes = new byte[1 << 16];

    public int Length { get; private set; }

    public bool IsFull => Length >= Full;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public virtual void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    public void Append(byte character)
    {
        Reserve(1)[0] = character;
        Length++;
    }

    public void Append(string text) => Length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void Append(long number)
    {
        number.TryFormat(Reserve(LongestNumber), out var digits);
        Length += digits;
    }

    /// <summary>Appends a number that is not negative with leading zeros.</summary>
    public void Append(long number, int digits)
    {
        var to = Reserve(digits)[..digits];
        for (var at = to.Length - 1; at >= 0; at--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            to[at] = (byte)('0' + digit);
        }

        Length += digits;
    }

    /// <summary>Appends a part of what was written before once more.</summary>
    protected void Repeat(int from, int length)
    {
        var to = Reserve(length);
        _bytes.AsSpan(from, length).CopyTo(to);
        Length += length;
    }

    private Span<byte> Reserve(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        }

        return _bytes.AsSpan(Length);
    }
}
