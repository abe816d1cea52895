using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ActorCafe.Configuration.Binding;

/// <summary>The text of a data file, once it is known to be text.</summary>
internal static class CsvText
{
    private const string Remedy = "save the file as UTF-8 text";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Opens <paramref name="file"/> for reading.</summary>
    /// <exception cref="InputException">It holds a NUL, or bytes that are not UTF-8.</exception>
    public static StreamReader Open(DataFile file)
    {
        var nul = file.Bytes.AsSpan().IndexOf((byte)0);
        if (nul >= 0)
        {
            throw Error(file.Name, LineAt(file, nul), "there is a NUL byte: this is not text", Remedy);
        }

        if (!Utf8.IsValid(file.Bytes))
        {
            throw Error(file.Name, LineAt(file, FirstInvalid(file.Bytes)), "these bytes are not UTF-8", Remedy);
        }

        var start = file.Bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return new(new MemoryStream(file.Bytes, start, file.Bytes.Length - start), Encoding.UTF8);
    }

    public static InputException Error(string name, int line, string problem, string remedy) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"line {line}"), problem, remedy);

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }

    private static int LineAt(DataFile file, int position) => file.Bytes.AsSpan(0, position).Count((byte)'\n') + 1;
}
