using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Sweeps, seen from the shell.</summary>
public sealed class SweepTests : IDisposable
{
    private static readonly string[] Grid = ["sweep", "--vary", "grinder=1..2", "--vary", "cafe.customers.arrivals.mean=60s,90s", "--orders", "50"];
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Every_point_is_a_row_of_the_table_of_the_csv_and_of_the_json()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, [.. Grid, "--json", "a.json", "--csv", "a.csv"]);
        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        File.ReadAllLines(_folder.File("a.csv")).Length.ShouldBe(5);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        json.RootElement.GetArrayLength().ShouldBe(4);
        var last = json.RootElement[3];
        last.GetProperty("grinder").GetInt32().ShouldBe(2);
        last.GetProperty("varied").GetProperty("cafe.customers.arrivals.mean").GetString().ShouldBe("90s");
        last.GetProperty("stages")[1].GetProperty("workers").GetInt32().ShouldBe(2);

        // A point equals a run of the same shop, to the last bit.
        var (_, alone, _) = await CafeProcess.RunAsync(_folder, "run", "--pool", "grinder=2", "--set", "cafe.customers.arrivals.mean=90s", "--orders", "50", "--json", "-");
        using var run = JsonDocument.Parse(alone);
        last.GetProperty("checksum").GetString().ShouldBe(run.RootElement.GetProperty("checksum").GetString());
    }

    [Fact]
    public async Task A_killed_sweep_goes_on_from_its_file_to_the_same_result()
    {
        await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl", "--csv", "whole.csv"]);
        // Killed while the second line was being written.
        var lines = File.ReadAllText(_folder.File("done.jsonl"));
        File.WriteAllText(_folder.File("done.jsonl"), lines[..(lines.IndexOf('\n', StringComparison.Ordinal) + 100)]);

        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl", "--csv", "again.csv"]);
        (exitCode, errors).ShouldBe((0, ""));
        File.ReadAllText(_folder.File("again.csv")).ShouldBe(File.ReadAllText(_folder.File("whole.csv")));
        File.ReadAllLines(_folder.File("done.jsonl")).Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("--seed", "3")]
    [InlineData("--pool", "machine=2")]
    [InlineData("--replications", "2")]
    public async Task A_changed_shop_does_not_go_on_from_the_file_of_another(string option, string value)
    {
        await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl"]);
        var before = File.ReadAllText(_folder.File("done.jsonl"));
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl", option, value]);
        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldStartWith("--out: done.jsonl: line 1 ");
        File.ReadAllText(_folder.File("done.jsonl")).ShouldBe(before);
    }

    [Fact]
    public async Task What_changes_no_number_makes_no_other_shop()
    {
        await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl"]);
        (await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "done.jsonl", "--quiet", "--set", "cafe.cluster.hostname=there", "--set", "akka.cluster.roles=[]", "--set", "akka.loglevel=ERROR", "--set", "cafe.cost.waiter=3"]))
            .ShouldBe((0, "", ""));
        File.ReadAllLines(_folder.File("done.jsonl")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_file_that_is_no_sweeps_is_left_as_it_is()
    {
        File.WriteAllText(_folder.File("notes.txt"), "my notes\n");
        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, [.. Grid, "--out", "notes.txt"]);
        exitCode.ShouldBe(2);
        errors.ShouldStartWith("--out: notes.txt: line 1 is no point of a sweep");
        File.ReadAllText(_folder.File("notes.txt")).ShouldBe("my notes\n");
    }

    [Fact]
    public async Task Closed_by_hand_it_tells_the_points_that_are_finished()
    {
        using var cafe = CafeProcess.Start(
            _folder, "sweep", "--vary", "cafe.customers.orders=1,100000000", "--parallel", "1", "--log-level", "debug", "--out", "done.jsonl");
        // Only the second point has a second order, and it would run for days.
        await cafe.SaysAsync("hands order 2 ");
        cafe.Signal(CafeProcess.Interrupt);
        var (exitCode, output, _) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ReplaceLineEndings(" ").ShouldContain("1 of 2 points are finished. Run the same command again to continue from done.jsonl.");
        File.ReadAllLines(_folder.File("done.jsonl")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("sweep")]
    [InlineData("sweep --vary grinder=1,0")]
    [InlineData("sweep --vary grander=1,2")]
    [InlineData("sweep --vary cafe.sed=1,2")]
    [InlineData("sweep --vary grinder=1,2 --out nowhere/a.jsonl")]
    [InlineData("sweep --vary grinder=1,2 --csv -")]
    [InlineData("sweep --vary grinder=1,2 --csv a.csv --out a.csv")]
    public async Task Bad_input_is_one_line(string arguments)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, arguments.Split(' '));
        (exitCode, output).ShouldBe((2, ""));
        errors.Count(sign => sign == '\n').ShouldBe(1);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
