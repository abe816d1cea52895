using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace ActorCafe.Import.Reading;

/// <summary>Reads the first sheet of a spreadsheet that has a row.</summary>
internal sealed class ExcelSheetReader : SheetReader
{
    private const string Remedy = "save it as .xlsx or .csv again, without a password";

    // Spreadsheets hold a time without a date as a time of a day around 1900.
    private const int LastYearWithoutDate = 1901;

    private readonly InputFile _file;
    private readonly IExcelDataReader _excel;
    private readonly string _sheet;
    private bool _isAtFirst;
    private int _line;

    public ExcelSheetReader(InputFile file, Stream stream)
    {
        _file = file;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _excel = Guard(() => ExcelReaderFactory.CreateReader(stream));
        do
        {
            _line = 1;
            _isAtFirst = Guard(_excel.Read);
        }
        while (!_isAtFirst && Guard(_excel.NextResult));
        _sheet = _excel.Name ?? "";
    }

    public override string Format => $"spreadsheet, sheet '{_sheet}'{(_excel.ResultsCount > 1 ? $" of {_excel.ResultsCount}" : "")}";

    public override bool IsText => false;

    public override int Line => _line;

    public override int Count => _excel.FieldCount;

    public override bool Read()
    {
        if (_isAtFirst)
        {
            _isAtFirst = false;
            return true;
        }

        _line++;
        return Guard(_excel.Read);
    }

    public override void Dispose() => _excel.Dispose();

    protected override string Cell(int column) => _excel.GetValue(column) switch
    {
        null => "",
        string text => text,
        DateTime { Year: < LastYearWithoutDate } time => Clock(Rounded(time).TimeOfDay),
        DateTime time => Rounded(time).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        TimeSpan time => Clock(time),
        double number => Plain(number),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Without an exponent where decimal can hold the number.
    private static string Plain(double number) =>
        Math.Abs(number) is 0 or (> 1e-9 and < 1e15) ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    // A fraction of a day is exact to about a millisecond.
    private static DateTime Rounded(DateTime time) => new((time.Ticks + (TimeSpan.TicksPerMillisecond / 2)) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);

    private static string Clock(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):00}:{time:mm\\:ss\\.FFF}").TrimEnd('.');

    // The library has many exceptions for files that are not what they claim to be.
    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw _file.Error("the file cannot be read as a spreadsheet", Remedy);
        }
    }
}
