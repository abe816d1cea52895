using System.Globalization;
using ActorCafe.Configuration;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>Reads rows of text, with the encoding and the separator that the file shows.</summary>
internal sealed class CsvSheetReader : SheetReader
{
    // Notes have line breaks; a missing quote would swallow the rest of the file.
    private const int MostLinesOfARow = 50;

    private readonly InputFile _file;
    private readonly Stream _stream;
    private readonly StreamReader _text;
    private readonly CsvParser _csv;
    private readonly int _linesAbove;
    private int _line;

    public CsvSheetReader(InputFile file, Stream stream)
    {
        (_file, _stream) = (file, stream);
        var encoding = TextEncoding.Of(file, stream);
        using (var beginning = Open(stream, encoding))
        {
            var separator = Separator.Of(beginning);
            (_linesAbove, Format) = (separator.IsDeclared ? 1 : 0, $"{separator.Name}, {encoding.Name}");
            _text = Open(stream, encoding);
            if (separator.IsDeclared)
            {
                _text.ReadLine();
            }

            _csv = new(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.Sign,
                IgnoreBlankLines = false,
                // Tills write quotes within a field without doubling them.
                BadDataFound = null,
            });
        }
    }

    public override string Format { get; }

    public override bool IsText => true;

    public override int Line => _line;

    public override int Count => _csv.Count;

    public override bool Read()
    {
        var lineAbove = _csv.RawRow;
        _line = lineAbove + 1 + _linesAbove;
        if (!_csv.Read())
        {
            return false;
        }

        return _csv.RawRow - lineAbove <= MostLinesOfARow ? true
            : throw new InputException(_file.Name, $"line {_line}", $"a quoted field runs over more than {MostLinesOfARow} lines", "close its quote");
    }

    public override void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
        _stream.Dispose();
    }

    protected override string Cell(int column) => _csv[column];

    private static StreamReader Open(Stream stream, TextEncoding encoding)
    {
        stream.Position = 0;
        return new(stream, encoding.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }
}
