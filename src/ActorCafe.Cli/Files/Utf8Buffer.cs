using System.Text;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Text as UTF-8 bytes, to be written in large pieces. Numbers never become strings. <see cref="Reserve"/> makes room once for a whole row or event; the other
/// methods need that room.
/// </summary>
internal class Utf8Buffer
{
    /// <summary>The length from which it should be written out. In pieces of a quarter of it the system takes half as long again.</summary>
    private const int Full = 250_000;

    private byte[] _bytes = new byte[1 << 18];
    private int _length;

    public bool IsFull => _length >= Full;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    protected int Length => _length;

    public virtual void Clear() => _length = 0;

    /// <summary>Makes room for what is appended next: <see cref="Digits.Room"/> for each number, and the length of each text.</summary>
    public void Reserve(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Grow(bytes);
        }
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    public void Append(byte character) => _bytes[_length++] = character;

    public void Append(string text) => _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));

    public void Append(long number) => _length += Digits.Write(number, _bytes.AsSpan(_length));

    public void AppendSeconds(TimeSpan time) => _length += Digits.WriteSeconds(time, _bytes.AsSpan(_length));

    public void AppendMicroseconds(TimeSpan time) => _length += Digits.WriteMicroseconds(time, _bytes.AsSpan(_length));

    /// <summary>Appends a number or time that was written before once more.</summary>
    protected void Repeat(int from, int length)
    {
        // A copy of fixed length takes two instructions.
        _bytes.AsSpan(from, Digits.Room).CopyTo(_bytes.AsSpan(_length));
        _length += length;
    }

    protected void ReplaceLast(byte character) => _bytes[_length - 1] = character;

    private void Grow(int bytes) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
}
