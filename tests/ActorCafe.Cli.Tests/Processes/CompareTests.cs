using System.Globalization;
using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Variants of a shop, and shops of one name, as compared by the command.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Constant = """
        cafe {
          step { accept.service = 20s, grind.service = 60s, brew.service = 45s }
          customers.arrivals { distribution = deterministic, value = 1h }
        }
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_variant_is_the_same_to_the_bit_as_a_run_with_these_pools_and_keys()
    {
        _folder.Write("shop.conf", "cafe.name = pipeline");
        var compared = await CompareAsync("shop.conf", "--variant", "grinder=2", "--variant", "machine = 2, cafe.seed=3,cafe.step.brew.service={ distribution = uniform, min = 10s, max = 50s }");

        Names(compared).ShouldBe(["pipeline", "pipeline: grinder=2", "pipeline: machine = 2, cafe.seed=3,cafe.step.brew.service={ distribution = uniform, min = 10s, max = 50s }"]);
        Checksums(compared).ShouldBe(
        [
            await ChecksumOfRunAsync(),
            await ChecksumOfRunAsync("--pool", "grinder=2"),
            await ChecksumOfRunAsync("--pool", "machine=2", "--set", "cafe.seed=3", "--set", "cafe.step.brew.service={ distribution = uniform, min = 10s, max = 50s }"),
        ]);
    }

    [Fact]
    public async Task Options_apply_to_all_variants_unless_a_variant_says_otherwise()
    {
        _folder.Write("shop.conf", "cafe.name = pipeline");
        var compared = await CompareAsync("shop.conf", "--variant", "grinder=2", "--variant", "cafe.seed=3,machine=2", "--seed", "7", "--pool", "machine=3", "--set", "cafe.seed=5");

        compared.RootElement.EnumerateArray().Select(shop => shop.GetProperty("seed").GetInt32()).ShouldBe([7, 7, 3]);
        compared.RootElement.EnumerateArray().Select(shop => shop.GetProperty("stages")[2].GetProperty("workers").GetInt32()).ShouldBe([3, 3, 2]);
    }

    /// <summary>
    /// Recounted from the rows of each replication. The level is 95 %, and of three replications t(0.975; 2) = 4.302653.
    /// </summary>
    [Theory]
    [InlineData("cafe.customers.until = 3h")]
    [InlineData("cafe.customers.stop-at = 3h")]
    [InlineData("cafe.customers { arrivals.process = all-at-once, orders = 60 }")]
    public async Task Differences_of_days_have_the_interval_of_the_replications_differences(string day)
    {
        _folder.Write("shop.conf", $"cafe.name = shop\n{day}");
        using var compared = await CompareAsync("shop.conf", "--variant", "grinder=2", "--replications", "3", "--csv", "o.csv");

        var (before, after) = (Days("o.shop.csv"), Days("o.shop_grinder_2.csv"));
        var difference = compared.RootElement[1].GetProperty("difference");
        ShouldDiffer(difference, before.Select(Mean), after.Select(Mean));
        ShouldDiffer(difference.GetProperty("p95"), before.Select(P95), after.Select(P95));
        var isCutOff = day.Contains("stop-at", StringComparison.Ordinal);
        double Hours(IReadOnlyList<Row> rows) => isCutOff ? 3 : Math.Max(day.Contains("until", StringComparison.Ordinal) ? 3 : 0, rows.Max(row => row.Left) / 3600);
        // Two people at 15 per hour and a machine at 4; then a third person.
        ShouldDiffer(difference.GetProperty("costPerDay"), before.Select(rows => 34 * Hours(rows)), after.Select(rows => 49 * Hours(rows)));
        compared.RootElement[1].GetProperty("costPerDay").GetDouble().ShouldBe(after.Average(rows => 49 * Hours(rows)), 1e-9);
    }

    [Fact]
    public async Task A_day_costs_what_its_staff_costs_while_the_shop_is_open()
    {
        _folder.Write("shop.conf", Constant);
        using var compared = await CompareAsync(
            "shop.conf",
            // The last of eight customers leaves after 8 h and 125 s.
            "--variant", "cafe.customers.until=8h",
            "--variant", "cafe.customers.until=8h30m",
            "--variant", "cafe.customers.stop-at=8h",
            // 20 s, ten times 60 s, and 45 s.
            "--variant", "cafe.customers.arrivals.process=all-at-once,cafe.customers.orders=10",
            "--variant", "cafe.customers.stop-at=12h,cafe.customers.opens-at=8h",
            "--variant", "cafe.customers.stop-at=4h,cafe.stage.grinder.schedule=[{ at = 2h, workers = 3 }]",
            "--variant", "cafe.customers.stop-at=4h,cafe.cost={ waiter = 10, grinder = 0 }");

        double[] costs = [.. compared.RootElement.EnumerateArray().Select(shop => Math.Round(shop.GetProperty("costPerDay").GetDouble(), 9))];
        // Two people at 15 per hour and a machine at 4; 24 hours where nothing but the number of orders ends the run.
        costs.ShouldBe([24 * 34, Math.Round(34 * (8 + (125 / 3600.0)), 9), 34 * 8.5, 34 * 8, Math.Round(34 * 665 / 3600.0, 9), 34 * 4, (4 * (15 + 4)) + (15 * ((2 * 1) + (2 * 3))), 4 * (10 + 4)]);
    }

    [Fact]
    public async Task Files_are_compared_by_cost_only_if_one_of_them_says_what_a_worker_costs()
    {
        _folder.Write("a.conf", "cafe.name = a");
        _folder.Write("b.conf", "cafe.name = b");
        var (_, plain, _) = await CafeProcess.RunAsync(_folder, "compare", "a.conf", "b.conf", "--orders", "20", "--json", "plain.json");
        var (_, priced, _) = await CafeProcess.RunAsync(_folder, "compare", "a.conf", "b.conf", "--orders", "20", "--set", "cafe.cost.machine=5");

        plain.ShouldNotContain("cost per day");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("plain.json")));
        json.RootElement[0].GetProperty("costPerDay").ValueKind.ShouldBe(JsonValueKind.Null);
        priced.ShouldMatch("cost per day +840\\.0 +840\\.0");
    }

    [Fact]
    public async Task Shops_of_one_name_are_told_apart_by_file_wherever_they_are_named()
    {
        foreach (var file in new[] { "x/a/shop.conf", "x/b/shop.conf" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
            _folder.Write(file, "cafe { name = pipeline, customers { until = 1h } }");
        }

        _folder.Write("solo.conf", "cafe.name = solo");
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, "compare", "x/a/shop.conf", "x/b/shop.conf", "solo.conf", "./x/a/shop.conf", "--orders", "5", "--json", "c.json", "--report", "r", "--trace", "t.json");

        (exitCode, errors).ShouldBe((0, ""));
        string[] alike = ["pipeline (a/shop.conf)", "pipeline (b/shop.conf)", "pipeline (a/shop.conf #2)"];
        Names(JsonDocument.Parse(File.ReadAllText(_folder.File("c.json")))).ShouldBe([alike[0], alike[1], "solo", alike[2]]);
        var page = File.ReadAllText(_folder.File("r/index.html"));
        var trace = File.ReadAllText(_folder.File("t.json"));
        alike.ShouldAllBe(name => page.Contains(name) && trace.Contains(name));
        output.ShouldContain("pipeline (a/shop.conf) pipeline (b/shop.conf)");
    }

    [Fact]
    public async Task A_failing_shop_is_named()
    {
        _folder.Write("shop.conf", "cafe { name = loop, stages = [first, second], stage { first { performs = [grind] }, second { performs = [brew], queue-capacity = 0 } }, menu { coffee { steps = [brew, grind, brew] } } }\n"
            + "akka.actor.deployment { /cafe/first { router = shared-queue-pool, nr-of-instances = 100 }, /cafe/second { router = shared-queue-pool, nr-of-instances = 1 } }");
        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "compare", "shop.conf", "--variant", "first=1,cafe.stage.first.queue-capacity=0", "--quiet");
        exitCode.ShouldBe(1);
        errors.ShouldStartWith("actorcafe: loop: first=1,cafe.stage.first.queue-capacity=0: deadlock: ");
    }

    [Theory]
    [InlineData("", "--variant: (empty): it changes nothing; write STAGE=N or KEY=VALUE, with commas between several")]
    [InlineData("grinder=2,", "--variant: grinder=2,: there is nothing beside a comma; write STAGE=N or KEY=VALUE, with commas between several")]
    [InlineData("grinder", "--variant: grinder: 'grinder' is not a change; write STAGE=N or KEY=VALUE, with commas between several")]
    [InlineData("=2", "--variant: =2: '=2' is not a change; write STAGE=N or KEY=VALUE, with commas between several")]
    [InlineData("grinder=2,grinder=3", "--variant: grinder=2,grinder=3: grinder is changed twice; give it one value")]
    [InlineData("grinder=0", "--variant: akka.actor.deployment./cafe/grinder.nr-of-instances: 0 is out of range; write a whole number from 1 to 100000")]
    [InlineData("roaster=2", "--variant: akka.actor.deployment./cafe/roaster: there is no stage 'roaster' in cafe.stages; write waiter, grinder or machine (or remove the entry with = null)")]
    [InlineData("cafe.sed=3", "--variant: cafe.sed: unknown key; did you mean seed?")]
    [InlineData("cafe.stages=[waiter", "--variant: cafe.stages: '[' is never closed; close it with ']'")]
    [InlineData("cafe.name=\"x", "--variant: cafe.name: '\"' is never closed; close it with '\"' on the same line")]
    public async Task A_variant_that_is_none_is_one_line(string variant, string line)
    {
        _folder.Write("shop.conf", "");
        (await CafeProcess.RunAsync(_folder, "compare", "shop.conf", "--variant", variant)).ShouldBe((2, "", $"{line}\n"));
    }

    [Fact]
    public async Task Variants_are_of_one_file_and_each_is_given_once()
    {
        _folder.Write("a.conf", "");
        _folder.Write("b.conf", "");
        (await CafeProcess.RunAsync(_folder, "compare", "--variant", "grinder=2")).ShouldBe(
            (2, "", "--variant: grinder=2: no FILE is given that it could change; name one FILE\n"));
        (await CafeProcess.RunAsync(_folder, "compare", "a.conf", "b.conf", "--variant", "grinder=2")).ShouldBe(
            (2, "", "--variant: grinder=2: 2 FILEs are given, and it changes one; name one FILE\n"));
        (await CafeProcess.RunAsync(_folder, "compare", "a.conf", "--variant", "grinder=2,machine=2", "--variant", "machine=2, grinder=2")).ShouldBe(
            (2, "", "--variant: machine=2, grinder=2: it is given twice; give each variant once\n"));
    }

    [Fact]
    public async Task One_shop_made_of_two_is_asked_about_and_run()
    {
        _folder.Write("a.conf", "cafe.name = a");
        _folder.Write("b.conf", "include \"a.conf\"\ncafe.seed = 2");
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "a.conf", "b.conf", "--orders", "5", "--json", "-");
        (exitCode, errors).ShouldBe((0, "b.conf: cafe.name: a.conf sets it too, and later files override earlier ones; did you mean compare?\n"));
        output.ShouldStartWith("{");

        _folder.Write("changes.conf", "cafe.seed = 3");
        (await CafeProcess.RunAsync(_folder, "run", "a.conf", "changes.conf", "--quiet")).ShouldBe((0, "", ""));
    }

    [Fact]
    public async Task One_shop_made_of_two_that_contradict_each_other_is_refused_with_that_question()
    {
        await CafeProcess.RunAsync(_folder, "new", "pipeline");
        _folder.Write("solo.conf", "cafe { name = solo, stages = [waiter, machine], stage { waiter.performs = [accept, grind], machine.performs = [brew] } }");
        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "run", "pipeline.conf", "solo.conf");
        exitCode.ShouldBe(2);
        errors.ShouldEndWith("; or did you mean compare?\n");
        errors.Count(sign => sign == '\n').ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonDocument> CompareAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, ["compare", .. arguments, "--json", "-"]);
        (exitCode, errors).ShouldBe((0, ""));
        return JsonDocument.Parse(output);
    }

    private async Task<string> ChecksumOfRunAsync(params string[] options)
    {
        var (_, output, _) = await CafeProcess.RunAsync(_folder, ["run", "shop.conf", "--json", "-", .. options]);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("checksum").GetString()!;
    }

    private static IEnumerable<string> Names(JsonDocument compared) => [.. compared.RootElement.EnumerateArray().Select(shop => shop.GetProperty("shop").GetString()!)];

    private static IEnumerable<string> Checksums(JsonDocument compared) => [.. compared.RootElement.EnumerateArray().Select(shop => shop.GetProperty("checksum").GetString()!)];

    private static void ShouldDiffer(JsonElement told, IEnumerable<double> before, IEnumerable<double> after)
    {
        double[] differences = [.. after.Zip(before, (later, earlier) => later - earlier)];
        var mean = differences.Average();
        var half = 4.302653 * Math.Sqrt(differences.Sum(each => (each - mean) * (each - mean)) / 2 / 3);
        told.GetProperty("mean").GetDouble().ShouldBe(mean, 1e-6);
        told.GetProperty("ci")[0].GetDouble().ShouldBe(mean - half, 1e-4 * Math.Max(1, half));
        told.GetProperty("ci")[1].GetDouble().ShouldBe(mean + half, 1e-4 * Math.Max(1, half));
    }

    /// <summary>The rows of each replication.</summary>
    private List<List<Row>> Days(string file)
    {
        var lines = File.ReadAllLines(_folder.File(file));
        var head = lines[0].Split(',').ToList();
        double Cell(string[] cells, string name) => double.Parse(cells[head.IndexOf(name)], CultureInfo.InvariantCulture);
        return [.. lines.Skip(1).Select(line => line.Split(','))
            .GroupBy(cells => Cell(cells, "replication")).OrderBy(day => day.Key)
            .Select(day => day.Select(cells => new Row(Cell(cells, "placed"), Cell(cells, "left"), cells[head.IndexOf("outcome")] == "served")).ToList())];
    }

    private static double Mean(IReadOnlyList<Row> rows) => rows.Where(row => row.IsServed).Average(row => row.Left - row.Placed);

    private static double P95(IReadOnlyList<Row> rows)
    {
        var times = rows.Where(row => row.IsServed).Select(row => row.Left - row.Placed).Order().ToList();
        return times[(int)Math.Ceiling(0.95 * times.Count) - 1];
    }

    private sealed record Row(double Placed, double Left, bool IsServed);
}
