using System.Text.Json;
using System.Xml.Linq;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary><c>--report</c>: a complete page with its charts, or nothing.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_report_has_the_figures_of_the_run()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "--orders", "50", "--report", "out/report", "--json", "a.json", "--pool", "grinder=2");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldEndWith($"The report is in {Path.Combine("out", "report", "index.html")}.\n");

        var page = XDocument.Load(_folder.File("out/report/index.html"));
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        page.Descendants("footer").Single().Value.ShouldContain(json.RootElement.GetProperty("checksum").GetString()!);
        page.Descendants("p").ShouldContain(line => line.Value == "akka.actor.deployment./cafe/grinder.nr-of-instances = 2");
        page.Descendants("h1").Single().Value.ShouldStartWith("pipeline: 50 orders in ");
        output.ShouldContain(page.Descendants("h1").Single().Value);
        page.Descendants("td").ShouldContain(cell => cell.Value.StartsWith("50 served, 0 rejected", StringComparison.Ordinal));

        foreach (var link in page.Descendants("a").Select(link => link.Attribute("href")!.Value))
        {
            new FileInfo(_folder.File($"out/report/{link}")).Length.ShouldBeGreaterThan(1000, link);
        }

        File.ReadAllText(_folder.File("out/report/structure.mmd")).ShouldBe(page.Descendants("pre").Single().Value);
        Directory.GetFiles(_folder.File("out/report")).ShouldNotContain(file => file.EndsWith("unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_of_several_shops_has_them_side_by_side_in_silence()
    {
        _folder.Write("a.conf", "include required(file(\"pipeline\"))\n");
        _folder.Write("a.conf", "cafe { name = \"<i>a & b</i>\", customers.orders = 20 }\n");
        _folder.Write("b.conf", "cafe { name = \"<i>a & b</i>\", customers.orders = 20, stage.machine.queue-capacity = 1 }\n");
        (await CafeProcess.RunAsync(_folder, "compare", "a.conf", "b.conf", "--report", "r", "--quiet")).ShouldBe((0, "", ""));
        var page = XDocument.Load(_folder.File("r/index.html"));
        page.Descendants("i").ShouldAllBe(bottleneck => bottleneck.Value == "bottleneck");
        page.Descendants("h1").Single().Value.ShouldBe("<i>a & b</i> (a.conf) and <i>a & b</i> (b.conf): the same customers");
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBeUnique();
    }

    [Theory]
    [InlineData("a.conf", "--report: a.conf: it is a file; name a folder\n")]
    [InlineData("a.conf/b", "--report: a.conf/b: it cannot be made or written to: ")]
    [InlineData("/proc/report", "--report: /proc/report: it cannot be made or written to: ")]
    public async Task A_folder_that_cannot_be_is_bad_input(string path, string line)
    {
        _folder.Write("a.conf", "cafe.name = a\n");
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "--report", path);
        errors.ShouldStartWith(line);
        errors.Count(sign => sign == '\n').ShouldBe(1);
        (exitCode, output).ShouldBe((2, ""));
    }

    [Fact]
    public async Task What_else_is_wrong_leaves_no_folder_behind()
    {
        (await CafeProcess.RunAsync(_folder, "run", "--report", "r", "--csv", ".")).ExitCode.ShouldBe(2);
        Directory.Exists(_folder.File("r")).ShouldBeFalse();
    }

    [Fact]
    public async Task Closed_by_hand_there_is_no_report_and_the_one_before_stays()
    {
        Directory.CreateDirectory(_folder.File("r"));
        _folder.Write("r/index.html", "before");
        using var cafe = CafeProcess.Start(
            _folder, "run", "--report", "r", "--set", "cafe.clock.mode=paced", "--orders", "100000", "--log-level", "debug");
        await cafe.SaysAsync("hands order 1 to grinder");
        cafe.Signal(CafeProcess.Interrupt);
        var (exitCode, output, errors) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldContain("Stopped early");
        errors.ShouldContain("no report: closed before it was done\n");
        Directory.GetFiles(_folder.File("r")).ShouldHaveSingleItem();
        File.ReadAllText(_folder.File("r/index.html")).ShouldBe("before");
    }

    [Fact]
    public async Task Lanes_are_drawn_when_they_are_asked_for()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "compare", "--orders", "20", "--lanes");
        (exitCode, errors).ShouldBe((0, ""));
        output.ShouldContain("solo: done after ");
        output.ShouldContain("\nmachine 2 ");
        (await CafeProcess.RunAsync(_folder, "compare", "--orders", "20")).Output.ShouldNotContain("done after");
    }

    public void Dispose() => _folder.Dispose();
}
