using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ActorCafe.Cli.Tests.Docs;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Imports what tills and spreadsheets export (columns and formats as theirs, rows invented), then runs the shop file written.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("square-items.csv", 3, 4, 8, "2024-03-14.csv", "08:03:22,AbC2xQ,Latte\n08:03:22,AbC2xQ,Latte\n08:03:22,AbC2xQ,Croissant\n17:41:09,AbC1xQ,Flat White\n")]
    [InlineData("toast-items.csv", 1, 3, 7, "2024-03-14.csv", "07:57:00,900001,Cappuccino\n12:30:00,900002,Cappuccino\n12:30:00,900002,Cappuccino\n")]
    [InlineData("shopify-orders.csv", 2, 4, 8, "2024-03-14.csv", "08:05:09,#1001,Espresso\n08:05:09,#1001,Espresso\n10:20:30,#1003,Mocha - Large\n10:20:30,#1003,Espresso\n")]
    [InlineData("loyverse-receipts.csv", 2, 3, 11, "2024-03-14.csv", "11:05:00,1-1001,Café solo\n11:05:00,1-1001,Café solo\n15:12:00,2-1003,Cortado\n")]
    [InlineData("kaggle-coffee.csv", 3, 2, 10, "2024-03-01.csv", "10:15:50.52,ANON-0000-0000-0001,Latte\n12:19:22.539,2,Hot Chocolate\n")]
    [InlineData("maven-roasters.csv", 2, 4, 7, "2023-01-01.csv", "07:06:11,1,Ethiopia Rg\n07:06:11,1,Ethiopia Rg\n07:08:56,2,Spicy Eye Opener Chai Lg\n07:08:56,2,Spicy Eye Opener Chai Lg\n")]
    [InlineData("kasse-windows1252.csv", 2, 3, 8, "2024-03-14.csv", "08:05:00,1001,Milchkaffee groß\n08:11:00,1002,Käsekuchen\n08:11:00,1002,Käsekuchen\n")]
    [InlineData("technion-calls.tsv", 1, 2, 0, "1999-01-01.csv", "00:00:31,9664491,PS\n00:34:12,0,PS\n")]
    [InlineData("clover-line-items.csv", 2, 3, 8, "2024-03-14.csv", "08:05:00,ORD0001,Latte\n08:05:00,ORD0001,Latte\n12:41:00,ORD0003,Flat White\n")]
    [InlineData("lightspeed-sales.csv", 2, 4, 8, "2024-03-14.csv", "08:02:11,1001,Latte\n08:02:11,1001,Latte\n08:02:11,1001,Flat White\n09:20:40,1002,Flat White\n")]
    [InlineData("spreadsheet-utf16.txt", 2, 2, 8, "2024-03-14.csv", "08:05:00,1,Latte\n13:10:00,2,Tea\n")]
    public async Task An_export_becomes_a_trace_and_a_shop_that_runs(string file, int drinks, int orders, int opens, string day, string rows)
    {
        var export = Copy(file);
        var name = Path.GetFileNameWithoutExtension(file);

        var import = await CafeProcess.RunAsync(_folder, "import", export);
        var run = await CafeProcess.RunAsync(_folder, "run", $"{name}.conf", "--quiet", "--json", "-");

        (import.ExitCode, import.Errors, run.ExitCode, run.Errors).ShouldBe((0, "", 0, ""));
        File.ReadAllText(_folder.File(Path.Combine(name, day))).ShouldBe($"time,customer,drink\n{rows}");
        Directory.EnumerateFiles(_folder.Path, "*.conf", SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("orders").GetProperty("arrived").GetInt32().ShouldBe(orders);
        json.RootElement.GetProperty("opened").GetDouble().ShouldBe(opens * 3600);
        json.RootElement.GetProperty("drinks").GetArrayLength().ShouldBe(drinks);
    }

    [Fact]
    public async Task The_rates_beside_the_trace_take_its_place()
    {
        _folder.Write("day.csv", $"time,item\n{string.Concat(Enumerable.Range(0, 600).Select(at => $"{8 + (at / 100)}:{at % 60:00},tea\n"))}");
        await CafeProcess.RunAsync(_folder, "import", "day.csv");

        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "run", "day.conf", "--set", "cafe.customers.arrivals.process=hourly", "--quiet", "--json", "-");

        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        // 600 expected in six hours, standard deviation 24.5; the seed is fixed.
        json.RootElement.GetProperty("orders").GetProperty("arrived").GetInt32().ShouldBeInRange(600 - 123, 600 + 123);
    }

    [Fact]
    public async Task What_is_there_already_is_overwritten_with_force_only_and_an_imported_file_never()
    {
        _folder.Write("s.csv", "time,item\n8:05,tea\n");
        _folder.Write("s.conf", "mine");

        var refused = await CafeProcess.RunAsync(_folder, "import", "s.csv");
        (refused.ExitCode, refused.Errors.TrimEnd()).ShouldBe((2, "--out: s.conf: it is there already; overwrite it with --force, or choose another --name or --out"));
        (File.ReadAllText(_folder.File("s.conf")), Directory.Exists(_folder.File("s"))).ShouldBe(("mine", false));

        (await CafeProcess.RunAsync(_folder, "import", "s.csv", "--force")).ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.File("s.conf")).ShouldStartWith("# Written by actorcafe import.");

        var own = await CafeProcess.RunAsync(_folder, "import", "s/day.csv", "--name", "s", "--force");
        (own.ExitCode, own.Errors.TrimEnd()).ShouldBe((2, "--out: s/day.csv: it is imported from, and never overwritten; choose another --name or --out"));
    }

    [Fact]
    public async Task Several_files_become_one_shop()
    {
        _folder.Write("a.csv", "datetime,item\n2024-03-02 8:05,tea\n2024-03-02 8:06,tea\n");
        _folder.Write("b.csv", "Zeitpunkt;Artikel\n01.03.2024 9:00;Tee\n");

        var unnamed = await CafeProcess.RunAsync(_folder, "import", "a.csv", "b.csv");
        var named = await CafeProcess.RunAsync(_folder, "import", "a.csv", "b.csv", "--name", "week", "--out", "shops", "--quiet");

        (unnamed.ExitCode, unnamed.Errors.TrimEnd()).ShouldBe((2, "import: --name: several files need a name together; write --name NAME"));
        (named.ExitCode, named.Output, named.Errors).ShouldBe((0, "", ""));
        Directory.EnumerateFiles(_folder.File("shops/week")).Select(Path.GetFileName).Order().ShouldBe(["2024-03-01.csv", "2024-03-02.csv"]);
        (await CafeProcess.RunAsync(_folder, "run", "shops/week.conf", "--quiet")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_report_has_pictures_of_the_arrivals_and_of_the_service_times()
    {
        File.Copy(Path.Combine(Repository.Root, "hocon", "orders", "till.csv"), _folder.File("till.csv"));

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "import", "till.csv", "--report", "out/report");

        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        output.ShouldEndWith($"The report is in {Path.Combine("out", "report", "index.html")}.\n");
        var page = XDocument.Load(_folder.File("out/report/index.html"));
        page.Descendants("h1").Single().Value.ShouldBe("till: 768 orders on 3 days");
        page.Descendants("p").Count(line => line.Value.EndsWith('.') && output.Replace('\n', ' ').Contains($" {line.Value} ", StringComparison.Ordinal)).ShouldBe(5, "the sentences of the terminal");
        string[] names = ["arrivals", "dispersion", "service-times", "service-time-shares"];
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBe(names.SelectMany(name => new[] { $"{name}.svg", $"{name}.png" }));
        Directory.EnumerateFiles(_folder.File("out/report")).Select(Path.GetFileName).Order().ShouldBe(names.SelectMany(name => new[] { $"{name}.svg", $"{name}.png" }).Append("index.html").Order());
        page.Descendants("img").Select(image => image.Attribute("alt")!.Value).ShouldContain(alt => alt.Contains("8:00 46.7, 9:00 46.0", StringComparison.Ordinal));
        page.Descendants("figcaption").ShouldContain(caption => caption.Value.Contains("at most 3.7% from the measured one (p = 0.12): a fair fit.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_imported_leaves_no_report_and_one_without_service_times_has_pictures_of_arrivals_alone()
    {
        _folder.Write("s.csv", "time,item\n8:05,tea\n");

        (await CafeProcess.RunAsync(_folder, "import", "s.csv", "--drink", "what", "--report", "r")).ExitCode.ShouldBe(2);
        Directory.Exists(_folder.File("r")).ShouldBeFalse();

        (await CafeProcess.RunAsync(_folder, "import", "s.csv", "--report", "r", "--quiet")).ShouldBe((0, "", ""));
        XDocument.Load(_folder.File("r/index.html")).Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBe(["arrivals.svg", "arrivals.png"]);
    }

    [Fact]
    public async Task Files_that_overlap_are_told_and_both_count()
    {
        _folder.Write("a.csv", "datetime,receipt,item\n2024-03-01 8:05,R1,tea\n2024-03-02 8:05,R2,tea\n");
        _folder.Write("b.csv", "datetime,receipt,item\n2024-03-02 8:05,R2,tea\n2024-03-03 8:05,R3,tea\n");

        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "import", "a.csv", "b.csv", "--name", "week");

        exitCode.ShouldBe(0);
        output.Replace('\n', ' ').ShouldContain("b.csv: 1 of its 2 rows is in a.csv too, on 2024-03-02, with the same time, drink and customer, and counts twice: leave one of the files out, or pick rows with --where ");
        File.ReadAllText(_folder.File("week/2024-03-02.csv")).ShouldBe("time,customer,drink\n08:05:00,R2,tea\n08:05:00,R2,tea\n");
    }

    /// <summary>Four weeks of a quiet Monday and a busy Saturday: 8 and 40 orders in each of five full hours, every time at the same minutes.</summary>
    [Theory]
    [InlineData(8, 40, "Weekdays differ, so each needs its own rates: actorcafe plan --days s/ plans for each of them.")]
    [InlineData(20, 20, "They are more alike than with process = hourly.")]
    public async Task Days_that_differ_by_weekday_are_told(int monday, int saturday, string advice)
    {
        var text = new StringBuilder("datetime,item\n");
        foreach (var (date, perHour) in Enumerable.Range(0, 4).SelectMany(week => new[] { (new DateOnly(2024, 3, 4).AddDays(7 * week), monday), (new DateOnly(2024, 3, 9).AddDays(7 * week), saturday) }))
        {
            for (var order = 0; order < 7 * perHour; order++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {TimeSpan.FromHours(8 + ((double)order / perHour)):hh\\:mm\\:ss},tea\n");
            }
        }

        _folder.Write("s.csv", text.ToString());

        var (_, output, _) = await CafeProcess.RunAsync(_folder, "import", "s.csv");

        output = output.Replace('\n', ' ');
        output[output.IndexOf(" Days: ", StringComparison.Ordinal)..output.IndexOf("  Wrote", StringComparison.Ordinal)].ShouldEndWith(advice);
    }

    [Fact]
    public async Task What_is_no_item_of_a_receipt_is_accounted_for()
    {
        var (_, output, _) = await CafeProcess.RunAsync(_folder, "import", Copy("lightspeed-sales.csv"));

        output.ShouldContain("  9 rows: 3 read as 4 orders, 6 dropped\n");
        output.ShouldContain("         5  no item: the total, a payment or a charge of a receipt (lines 2, 4,\n         6, 7, 10)\n");
        output.ShouldContain("         1  refunded or cancelled (line 3)\n");
    }

    [Fact]
    public async Task An_imported_file_is_never_overwritten_by_way_of_a_linked_folder()
    {
        Directory.CreateDirectory(_folder.File("exports"));
        _folder.Write("exports/day.csv", "time,item\n8:05,tea\n");
        Directory.CreateSymbolicLink(_folder.File("s"), _folder.File("exports"));

        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "import", "exports/day.csv", "--name", "s", "--force");

        (exitCode, errors.TrimEnd()).ShouldBe((2, "--out: s/day.csv: it is imported from, and never overwritten; choose another --name or --out"));
        File.ReadAllText(_folder.File("exports/day.csv")).ShouldBe("time,item\n8:05,tea\n");
    }

    [Theory]
    [InlineData("import: none.csv: there is no such file; name a file that a till or a spreadsheet exported", "none.csv")]
    [InlineData("--drink: what: s.csv has no such column; its columns are time, item", "s.csv", "--drink", "what")]
    [InlineData("--where: tea: there is no COLUMN=VALUE; write --where Location=Downtown", "s.csv", "--where", "tea")]
    [InlineData("--name: a/b: it cannot be the name of a file and a folder; write a name without / and use --out for the folder", "s.csv", "--name", "a/b")]
    [InlineData("--dates: dmy: unknown order of day, month and year; write one of d/m/y, m/d/y, y/m/d", "s.csv", "--dates", "dmy")]
    [InlineData("--out: s.csv: it is a file, and a folder of this name is needed; choose another --name or --out", "s.csv", "--out", "s.csv")]
    public async Task What_is_wrong_is_one_line_and_nothing_is_written(string line, params string[] arguments)
    {
        _folder.Write("s.csv", "time,item\n8:05,tea\n");

        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, ["import", .. arguments]);

        (exitCode, errors.TrimEnd()).ShouldBe((2, line));
        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["s.csv"]);
    }

    public void Dispose() => _folder.Dispose();

    private string Copy(string export)
    {
        File.Copy(Path.Combine(Repository.Root, "tests", "ActorCafe.Cli.Tests", "Exports", export), _folder.File(export));
        return export;
    }
}
