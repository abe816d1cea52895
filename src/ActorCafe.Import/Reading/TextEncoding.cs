using System.Text;
using System.Text.Unicode;
using ActorCafe.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>The encoding of a text, from its byte-order mark or else from its bytes.</summary>
internal sealed record TextEncoding(Encoding Encoding, string Name)
{
    private const int Looked = 1000;

    /// <exception cref="InputException">The file is not text.</exception>
    public static TextEncoding Of(InputFile file, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new(bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, "UTF-16");
        }

        if (bytes.Contains((byte)0))
        {
            return WithoutMark(bytes[..(Math.Min(bytes.Length, Looked) & ~1)])
                ?? throw file.Error("there are NUL bytes: this is neither text nor a spreadsheet", "export it as .csv or .xlsx");
        }

        return Utf8.IsValid(bytes) ? new(Encoding.UTF8, "UTF-8") : new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");
    }

    // In UTF-16 every second byte of Western text is 0.
    private static TextEncoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var zeros = (Even: 0, Odd: 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            zeros = bytes[at] != 0 ? zeros : at % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        }

        return zeros.Odd > bytes.Length / 4 && zeros.Even < bytes.Length / 20 ? new(Encoding.Unicode, "UTF-16")
            : zeros.Even > bytes.Length / 4 && zeros.Odd < bytes.Length / 20 ? new(Encoding.BigEndianUnicode, "UTF-16")
            : null;
    }
}
