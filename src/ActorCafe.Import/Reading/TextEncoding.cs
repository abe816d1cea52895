using System.Text;
using ActorCafe.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>The encoding of a text, from its byte-order mark or else from its bytes.</summary>
internal sealed record TextEncoding(Encoding Encoding, string Name)
{
    private const int Looked = 1000;
    private const int Block = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="file">The file, for errors.</param>
    /// <param name="stream">Its bytes, which are read from the beginning.</param>
    /// <exception cref="InputException">The file is not text.</exception>
    public static TextEncoding Of(InputFile file, Stream stream)
    {
        var beginning = Beginning(stream);
        if (beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new(beginning[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, "UTF-16");
        }

        var (block, chars, decoder, isUtf8) = (new byte[Block], new char[Block + 1], StrictUtf8.GetDecoder(), true);
        while (stream.Read(block) is var read and > 0)
        {
            var bytes = block.AsSpan(0, read);
            if (bytes.Contains((byte)0))
            {
                return WithoutMark(beginning) ?? throw file.Error("there are NUL bytes: this is neither text nor a spreadsheet", "export it as .csv or .xlsx");
            }

            isUtf8 = isUtf8 && IsUtf8(decoder, bytes, chars);
        }

        return isUtf8 && IsUtf8(decoder, [], chars, isEnd: true) ? new(Encoding.UTF8, "UTF-8") : new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");
    }

    // An even number of bytes, as UTF-16 has.
    private static byte[] Beginning(Stream stream)
    {
        var bytes = new byte[Looked];
        stream.Position = 0;
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return bytes[..(read & ~1)];
    }

    // The decoder keeps a character that continues in the next block.
    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> chars, bool isEnd = false)
    {
        try
        {
            decoder.GetChars(bytes, chars, flush: isEnd);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
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
