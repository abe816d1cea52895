using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Sweeps on a cluster of processes: nodes come and are killed, and every number equals that of a single machine.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed partial class ClusterSweepTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<CafeProcess> _nodes = [];
    private string _seed = "";

    [Fact]
    public async Task The_nodes_find_what_one_machine_finds_also_where_one_of_them_is_killed()
    {
        // A trace, recorded times and an include: files that the nodes do not have.
        Directory.CreateDirectory(_folder.File("data"));
        _folder.Write("data/times.txt", "20\n50\n80\n");
        _folder.Write("data/day.csv", "time,customer,drink\n" + string.Concat(Enumerable.Range(0, 3000).Select(order => $"{40 * order},Ada,coffee\n")));
        _folder.Write("data/grind.conf", """cafe.step.grind.service { distribution = empirical, file = "times.txt" }""");
        _folder.Write("shop.conf", """
            include "data/grind.conf"
            cafe.customers.arrivals { process = trace, file = "data/day.csv" }
            """);
        string[] sweep = ["sweep", "shop.conf", "--vary", "grinder=1..4", "--vary", "cafe.step.brew.service.mean=30s,40s", "--replications", "5"];
        var alone = await CafeProcess.RunAsync(_folder, [.. sweep, "--quiet", "--json", "alone.json"]);
        alone.ShouldBe((0, "", ""));
        await StartAsync("seed");
        await StartAsync("machine");
        var killed = await StartAsync("grinder");
        using var over = CafeProcess.Start(_folder, [.. sweep, "--seed-node", _seed, "--json", "over.json", "--out", "over.jsonl"]);
        await LinesAsync("over.jsonl", 2);
        killed.Signal(CafeProcess.Kill);

        var (exitCode, output, errors) = await over.EndAsync();

        (exitCode, errors).ShouldBe((0, ""));
        Results("over.json").ShouldBe(Results("alone.json"));
        output.ShouldContain(" nodes simulated: 127.0.0.1:");
        output.ShouldContain("given out again.");
        File.ReadAllLines(_folder.File("over.jsonl")).Length.ShouldBe(8);
    }

    [Fact]
    public async Task It_waits_for_a_node_closes_by_hand_and_goes_on_from_its_file()
    {
        await StartAsync("seed");
        await StartAsync("machine", "--set", "cafe.cluster.sweep.parallel=0");
        // The last point would run for days.
        string[] sweep = ["sweep", "--vary", "cafe.customers.orders=10,20,100000000", "--replications", "2", "--out", "done.jsonl", "--seed-node", _seed];
        using (var over = CafeProcess.Start(_folder, sweep))
        {
            await over.SaysAsync("actorcafe: no node works for this sweep at the moment");
            await StartAsync("machine", "--set", "cafe.cluster.sweep.parallel=1");
            await LinesAsync("done.jsonl", 2);
            over.Signal(CafeProcess.Interrupt);

            var (exitCode, output, errors) = await over.EndAsync();
            exitCode.ShouldBe(130);
            errors.Split('\n').Length.ShouldBe(3, errors);
            output.ReplaceLineEndings(" ").ShouldContain("2 of 3 points are finished. Run the same command again to continue from done.jsonl.");
            output.ShouldMatch(@"One node simulated: 127\.0\.0\.1:\d+ 4\s+replications\.");
        }

        // The replication begun there was dropped; otherwise it would occupy the node, which runs one at a time.
        string[] fewer = [.. sweep.Select(word => word.Replace(",100000000", ",30", StringComparison.Ordinal))];
        var others = await CafeProcess.RunAsync(_folder, [.. fewer, "--json", "over.json"]);
        others.ExitCode.ShouldBe(0, others.Errors);
        others.Output.ShouldMatch(@"One node simulated: 127\.0\.0\.1:\d+ 2\s+replications\.");
        (await CafeProcess.RunAsync(_folder, [.. fewer.SkipLast(4), "--quiet", "--json", "alone.json"])).ShouldBe((0, "", ""));
        Results("over.json").ShouldBe(Results("alone.json"));
    }

    [Fact]
    public async Task A_sweep_that_is_killed_costs_the_cluster_nothing_and_a_deadlock_is_told_as_at_home()
    {
        // One node against one sweep: each would be a majority by number, and by address the sweep would stay.
        var node = await StartAsync("machine", "--port", "64999");
        using (var killed = CafeProcess.Start(_folder, "sweep", "--vary", "grinder=1..200", "--orders", "20000", "--out", "killed.jsonl", "--seed-node", _seed))
        {
            await LinesAsync("killed.jsonl", 1);
            killed.Signal(CafeProcess.Kill);
            await killed.EndAsync();
        }

        // Two stages that wait for each other's workers: the same point fails with the same message.
        string[] deadlock = ["sweep", "--vary", "cafe.stage.waiter.stays-with-order=on,off", "--set", "cafe.menu.coffee.steps=[accept,grind,accept,brew]"];
        var alone = await CafeProcess.RunAsync(_folder, deadlock);
        var over = await CafeProcess.RunAsync(_folder, [.. deadlock, "--seed-node", _seed]);

        (alone.ExitCode, over.ExitCode).ShouldBe((1, 1));
        alone.Errors.ShouldContain("deadlock");
        over.Errors.ShouldBe(alone.Errors);
        node.Signal(CafeProcess.Terminate);
        (await node.EndAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_sweep_that_was_taken_for_lost_joins_again_and_goes_on()
    {
        var node = await StartAsync("machine", "--log-level", "warning");
        using var over = CafeProcess.Start(_folder, "sweep", "--vary", "cafe.customers.orders=10,100000000", "--out", "done.jsonl", "--seed-node", _seed);
        await LinesAsync("done.jsonl", 1);
        over.Signal(CafeProcess.Stop);
        await node.SaysAsync(" is downing ");
        over.Signal(CafeProcess.Continue);
        await over.SaysAsync("actorcafe: the cluster took this sweep for lost: it joins again");
        over.Signal(CafeProcess.Interrupt);

        var (exitCode, output, _) = await over.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldContain("1 of 2 points are finished.");
        output.ShouldMatch(@"One node simulated: 127\.0\.0\.1:\d+ 1\s+replication\.");
    }

    [Fact]
    public async Task Where_nodes_have_certificates_a_sweep_needs_one_of_the_same_authority()
    {
        foreach (var authority in new[] { "ours", "theirs" })
        {
            (await CafeProcess.RunAsync(_folder, "certificates", authority, "--node", "127.0.0.1", "--password", "word")).ExitCode.ShouldBe(0);
        }

        string[] Tls(string authority) =>
            ["--set", $"cafe.cluster.tls={{ certificate = \"{_folder.File(authority)}/127.0.0.1.pfx\", password = word, authority = \"{_folder.File(authority)}/authority.pem\" }}"];
        await StartAsync("machine", Tls("ours"));
        string[] sweep = ["sweep", "--vary", "grinder=1,2", "--seed-node", _seed, "--quiet"];

        (await CafeProcess.RunAsync(_folder, [.. sweep, .. Tls("ours")])).ShouldBe((0, "", ""));
        (await CafeProcess.RunAsync(_folder, [.. sweep, .. Tls("theirs")]))
            .ShouldBe((1, "", $"actorcafe: {_seed} and this sweep do not accept each other's certificates; see cafe.cluster.tls (--log-level error says more)\n"));
    }

    [Theory]
    [InlineData("--seed-node 127.0.0.1", "--seed-node: 127.0.0.1: '127.0.0.1' is not a seed node: it has no port; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053\n")]
    [InlineData("--hostname here", "--hostname: here: it is of no use without a cluster; add --seed-node HOST:PORT\n")]
    [InlineData("--seed-node a:1 --parallel 2", "--parallel: --seed-node: how much a node plays at once is said there; set cafe.cluster.sweep.parallel on the nodes\n")]
    [InlineData("--seed-node a:1 --set cafe.clock.mode=real", "--seed-node: cafe.clock.mode: nodes have a café to run besides, and real time would show it; add --set cafe.clock.mode=virtual\n")]
    public async Task Bad_input_is_one_line_and_nothing_is_started(string arguments, string line) =>
        (await CafeProcess.RunAsync(_folder, ["sweep", "--vary", "grinder=1,2", "--out", "a.jsonl", .. arguments.Split(' ')])).ShouldBe((2, "", line));

    [Fact]
    public async Task A_shop_too_large_to_be_sent_is_told_before_anything_starts()
    {
        _folder.Write("long.csv", "time,customer,drink\n" + string.Concat(Enumerable.Range(0, 10_000).Select(order => $"{order},Ada,coffee\n")));

        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, "sweep", "--vary", "grinder=1,2", "--set", "cafe.customers.arrivals={process=trace,file=long.csv}", "--seed-node", "127.0.0.1:1");

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldMatch(@"^--seed-node: grinder=1: with its data files this shop has 16\d,\d{3} bytes, and 114,688 can be sent to a node; shorten its trace .*\n$");
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_told_in_one_line()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "sweep", "--vary", "grinder=1,2", "--seed-node", "127.0.0.1:1");

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldBe("actorcafe: no cluster took this sweep in at 127.0.0.1:1 within 15 s; is a node up there, does it reach 127.0.0.1, and has it the same cafe.cluster.tls?\n");
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }

        _folder.Dispose();
    }

    private async Task<CafeProcess> StartAsync(string role, params string[] arguments)
    {
        string[] port = arguments.Contains("--port") ? [] : ["--port", "0"];
        string[] join = _seed.Length == 0 ? [] : ["--seed-node", _seed];
        string[] log = arguments.Contains("--log-level") ? [] : ["--log-level", "off"];
        var node = CafeProcess.Start(_folder, ["node", "--role", role, "--http-port", "0", "--data", $"node-{_nodes.Count}", .. log, .. port, .. join, .. arguments]);
        _nodes.Add(node);
        var up = Up().Match(await node.FirstLineAsync());
        up.Success.ShouldBeTrue();
        if (_seed.Length == 0)
        {
            _seed = up.Groups[1].Value;
        }

        return node;
    }

    /// <summary>Completes when this many points are finished.</summary>
    private Task LinesAsync(string file, int count) => Eventually.TrueAsync(async () => await LinesAsync(file) >= count);

    // The sweep locks its file against other .NET programs; others ignore the lock.
    private async Task<int> LinesAsync(string file)
    {
        if (!File.Exists(_folder.File(file)))
        {
            return 0;
        }

        using var cat = Process.Start(new ProcessStartInfo("cat", [_folder.File(file)]) { RedirectStandardOutput = true })!;
        return (await cat.StandardOutput.ReadToEndAsync()).Count(sign => sign == '\n');
    }

    /// <summary>Everything except the wall time.</summary>
    private string Results(string file)
    {
        var points = JsonNode.Parse(File.ReadAllText(_folder.File(file)))!.AsArray();
        foreach (var point in points)
        {
            point!.AsObject().Remove("wallSeconds").ShouldBeTrue();
        }

        return points.ToJsonString();
    }

    [GeneratedRegex(@" up: akka\.(?:ssl\.)?tcp://actorcafe@(127\.0\.0\.1:\d+), ")]
    private static partial Regex Up();
}
