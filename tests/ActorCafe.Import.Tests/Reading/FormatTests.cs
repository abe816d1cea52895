using System.Text;

namespace ActorCafe.Import.Tests.Reading;

public sealed class FormatTests
{
    private const string Sheet = "Uhrzeit;Getränk;Preis\r\n8:05;Käsekuchen;3,20\r\n8:06;Tee;2,50\r\n";
    private const string Trace = "08:05:00,1,Käsekuchen\n08:06:00,2,Tee\n";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "semicolons, UTF-8", Encoding.UTF8.GetBytes(Sheet) },
        { "semicolons, UTF-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sheet)] },
        { "semicolons, UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sheet)] },
        { "semicolons, UTF-16", Encoding.Unicode.GetBytes(Sheet) },
        { "semicolons, UTF-16", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sheet)] },
        { "semicolons, Windows-1252", Encoding.Latin1.GetBytes(Sheet) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Text_is_read_in_the_encoding_that_its_bytes_show(string format, byte[] bytes)
    {
        var sales = Exports.Import(bytes);

        sales.Files[0].Format.ShouldBe(format);
        Exports.Trace(sales).ShouldBe(Trace);
    }

    /// <summary>Letters of two bytes at every place of the file, so that whatever is read at once ends in the middle of one.</summary>
    [Fact]
    public void All_bytes_of_a_large_file_show_its_encoding()
    {
        var rows = string.Concat(Enumerable.Range(0, 9000).Select(row => $"8:05;{new string('ä', 10 + (row % 7))}{(row % 2 == 0 ? "x" : "")}\n"));
        var utf8 = Encoding.UTF8.GetBytes($"Uhrzeit;Getränk\n{rows}");

        Exports.Import(utf8).Files[0].Format.ShouldBe("semicolons, UTF-8");
        Exports.Import([.. utf8, .. "8:05;K\u00e4se\n"u8[..6], 0xE4, .. "se\n"u8]).Files[0].Format.ShouldBe("semicolons, Windows-1252");
        Exports.Import([.. utf8, 0xC3]).Files[0].Format.ShouldBe("semicolons, Windows-1252");
    }

    [Theory]
    [InlineData("time,item\n8:05,\"tea, green\"\n")]
    [InlineData("time\titem\n8:05\ttea, green\n")]
    [InlineData("time|item\n8:05|tea, green\n")]
    [InlineData("sep=;\ntime;item\n8:05;tea, green\n")]
    [InlineData("Sales report\nStore: Main Street\n\ntime,item\n8:05,\"tea, green\"\n")]
    [InlineData("8:05,\"tea, green\"\n")]
    public void Separators_and_headers_are_found(string text) => Exports.Trace(text).ShouldBe("08:05:00,1,tea green\n");

    [Fact]
    public void A_spreadsheet_is_read_with_its_dates_and_times()
    {
        var sales = Exports.Import(Workbook.Of(["Order time", "Item", "Qty"], [45352.336805555555, "Latte", 2], [45352.5, "Tea", 1]));

        sales.Files[0].Format.ShouldBe("spreadsheet, sheet 'Sales'");
        sales.Days[0].FileName.ShouldBe("2024-03-01.csv");
        Exports.Trace(sales).ShouldBe("08:05:00,1,Latte\n08:05:00,1,Latte\n12:00:00,2,Tea\n");
    }

    [Theory]
    [InlineData("", "file: the file is empty; export it again")]
    [InlineData("\n\n", "file: there are no rows; export it again")]
    [InlineData("PK\u0003\u0004nothing", "file: the file cannot be read as a spreadsheet; save it as .xlsx or .csv again, without a password")]
    [InlineData("a\0b,c\n", "file: there are NUL bytes: this is neither text nor a spreadsheet; export it as .csv or .xlsx")]
    [InlineData("item,price\ntea,3\n", "file: no column has a time of day among item, price; name it with --time COLUMN")]
    [InlineData("time,item\n", "file: no column has a time of day among time, item; name it with --time COLUMN")]
    [InlineData("time,what,where\n8:00,tea,here\n", "file: no column is known to have the drink among time, what, where; name it with --drink COLUMN")]
    [InlineData("time,item,service\n8:00,tea,2:30\n", "line 2: the service '2:30' may be hours and minutes, or minutes and seconds; write seconds or hh:mm:ss")]
    public void What_cannot_be_read_is_refused_in_one_line(string text, string line) => Exports.Refusal(text).ShouldBe(line);
}
