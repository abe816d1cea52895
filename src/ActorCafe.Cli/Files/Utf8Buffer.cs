using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Text as UTF-8 bytes, to be written in large pieces. Numbers never become strings. <see cref="Reserve"/> makes room once for a whole row or event; the other
/// methods need that room.
/// </summary>
internal class Utf8Buffer
{
    /// <summary>The length from which it should be written out. The system takes longer to write smaller pieces.</summary>
    private const int Full = 250_000;

    private byte[] _bytes = new byte[1 << 18];

    public bool IsFull => Length >= Full;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    protected int Length { get; private set; }

    public virtual void Clear() => Length = 0;

    /// <summary>Makes room for what is appended next: <see cref="Digits.Room"/> for each number, and the length of each text.</summary>
    public void Reserve(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Grow(bytes);
        }
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(byte character) => _bytes[Length++] = character;

    public void Append(string text) => Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));

    public void Append(long number) => Length += Digits.Write(number, _bytes.AsSpan(Length));

    public void AppendSeconds(TimeSpan time) => Length += Digits.WriteSeconds(time, _bytes.AsSpan(Length));

    public void AppendMicroseconds(TimeSpan time) => Length += Digits.WriteMicroseconds(time, _bytes.AsSpan(Length));

    /// <summary>Appends a number or time that was written before once more.</summary>
    protected void Repeat(int from, int length)
    {
        // A copy of fixed length takes two instructions.
        _bytes.AsSpan(from, Digits.Room).CopyTo(_bytes.AsSpan(Length));
        Length += length;
    }

    protected void ReplaceLast(byte character) => _bytes[Length - 1] = character;

    private void Grow(int bytes) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
}
