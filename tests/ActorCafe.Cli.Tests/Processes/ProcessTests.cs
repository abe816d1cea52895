using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>The program, seen from the shell: exit codes, and what is written to which stream.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_essays_pipeline_is_played_and_told()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldStartWith("pipeline: 200 orders in ");
        output.ShouldContain("is the bottleneck");
        output.ShouldContain("raises capacity from 60.0 to 80.0 orders");
        output.ShouldNotContain('\u001b');
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [InlineData("cafe.step.brew.service.mean=9000000h", "machine")]
    [InlineData("cafe.stage.waiter.hand-over-time=5000000d", "waiter")]
    [InlineData("cafe.customers.arrivals={process=closed,population=2,think={distribution=exponential,mean=4000000d}}", "no stage")]
    public async Task A_run_longer_than_the_clock_can_count_says_so_in_one_line(string setting, string stage)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "--set", setting);

        exitCode.ShouldBe(1);
        output.ShouldBe("");
        errors.ShouldStartWith("actorcafe: shop time ran out: the clock counts 29,247 years, ");
        errors.ShouldContain($"still inside, at {stage}; ");
        errors.Count(sign => sign == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task The_essays_five_are_compared()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "compare", "--json", "five.json", "--csv", "rows.csv", "--orders", "50");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldContain("more-machines has the largest capacity");
        output.ShouldNotContain("differ in more");

        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("five.json")));
        json.RootElement.EnumerateArray().Select(shop => shop.GetProperty("shop").GetString())
            .ShouldBe(["solo", "duplicated", "pipeline", "more-grinders", "more-machines"]);
        json.RootElement[0].GetProperty("speedup").GetDouble().ShouldBe(1);
        File.ReadLines(_folder.File("rows.more-machines.csv")).Count().ShouldBe(51);
    }

    [Fact]
    public async Task A_pool_is_given_to_the_shops_that_have_the_stage()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "compare", "--orders", "20", "--pool", "grinder=3", "--json", "-");
        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement[0].GetProperty("stages").GetArrayLength().ShouldBe(2);
        json.RootElement[2].GetProperty("stages")[1].GetProperty("workers").GetInt32().ShouldBe(3);

        (await CafeProcess.RunAsync(_folder, "compare", "--pool", "roaster=3")).ShouldBe(
            (2, "", "--pool: roaster: none of the shops has this stage; one of waiter, machine, grinder\n"));
    }

    [Fact]
    public async Task Json_on_standard_output_stands_there_alone()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "--orders", "20", "--json", "-", "--log-level", "debug");
        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("orders").GetProperty("served").GetInt64().ShouldBe(20);
        errors.ShouldContain("DBG");
    }

    [Fact]
    public async Task Quiet_says_nothing() =>
        (await CafeProcess.RunAsync(_folder, "run", "--orders", "20", "--quiet", "--csv", "rows.csv")).ShouldBe((0, "", ""));

    [Theory]
    [InlineData("run --json nowhere/a.json", "--json: nowhere/a.json: its folder does not exist; make the folder first, or name another file\n")]
    [InlineData("run --csv .", "--csv: .: it is a folder; name a file\n")]
    [InlineData("run --json same --csv same", "--csv: same: another output goes to the same file; name another\n")]
    [InlineData("chekc", "actorcafe: chekc: no such command; did you mean check?\n")]
    [InlineData("node --role front --port 70000", "--port: 70000: 70000 is out of range; write a whole number from 0 to 65535\n")]
    [InlineData("node", "--role: none given: a node needs at least one role; write --role front, grinder, machine or seed, or set CAFE_ROLES\n")]
    public async Task Bad_input_is_one_line_and_nothing_is_started(string arguments, string line)
    {
        (await CafeProcess.RunAsync(_folder, arguments.Split(' '))).ShouldBe((2, "", line));
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run --set cafe.sede=4")]
    [InlineData("run --seed x")]
    [InlineData("run --pool grinder=0")]
    [InlineData("check missing.conf")]
    public async Task What_the_shops_files_refuse_is_bad_input_too(string arguments)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, arguments.Split(' '));
        exitCode.ShouldBe(2);
        output.ShouldBe("");
        errors.Count(sign => sign == '\n').ShouldBe(1);
        errors.ShouldContain("; ");
    }

    [Fact]
    public async Task Without_a_command_there_is_help()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder);
        exitCode.ShouldBe(0);
        output.ShouldContain("compare");
    }

    [Fact]
    public async Task A_new_shop_is_sound_and_is_not_overwritten()
    {
        (await CafeProcess.RunAsync(_folder, "new", "corner")).ExitCode.ShouldBe(0);
        var written = File.ReadAllText(_folder.File("corner.conf"));

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "check", "corner.conf");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldStartWith("corner: ok\n");

        (await CafeProcess.RunAsync(_folder, "new", "corner.conf")).ShouldBe(
            (2, "", "new: corner.conf: it is there already and is not overwritten; choose another name\n"));
        File.ReadAllText(_folder.File("corner.conf")).ShouldBe(written);
    }

    [Fact]
    public async Task Check_shows_where_every_setting_was_written()
    {
        _folder.Write("a.conf", "cafe.name = a\ncafe.customers.orders = 7\n");
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "check", "a.conf", "--print", "--seed", "9");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        var lines = output.Split('\n');
        lines.ShouldContain("cafe.customers.orders = 7   # a.conf:2");
        lines.ShouldContain(line => line.StartsWith("cafe.seed = 9   # --seed", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("cafe.clock.mode = virtual   # reference.conf:", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("akka.actor.deployment./cafe/grinder.nr-of-instances = 1   # reference.conf:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_shows_no_secrets()
    {
        _folder.Write("a.conf", "cafe { book.connection = \"Data Source=x;Password=beans\", cluster.http.api-key = beans }\n");
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "check", "a.conf", "--print");
        exitCode.ShouldBe(0);
        output.ShouldContain("cafe.book.connection = (not shown)   # a.conf:1");
        output.ShouldNotContain("beans");
    }

    [Theory]
    [InlineData(CafeProcess.Interrupt)]
    [InlineData(CafeProcess.Terminate)]
    public async Task Closing_the_door_still_tells_what_was_served(int signal)
    {
        // At this pace the run would last for days.
        using var cafe = CafeProcess.Start(
            _folder, "run", "--set", "cafe.clock.mode=paced", "--orders", "100000", "--json", "a.json", "--csv", "rows.csv", "--log-level", "debug");
        await cafe.SaysAsync("hands order 1 to grinder");
        cafe.Signal(signal);

        var (exitCode, output, errors) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        errors.ShouldContain("closing: no new customers; press Ctrl-C again to stop at once\n");
        output.ShouldContain("Stopped early");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        json.RootElement.GetProperty("interrupted").GetBoolean().ShouldBeTrue();
        var orders = json.RootElement.GetProperty("orders").GetProperty("arrived").GetInt32();
        File.ReadLines(_folder.File("rows.csv")).Count().ShouldBe(orders + 1);
    }

    [Fact]
    public async Task A_comparison_closed_by_hand_leaves_out_what_was_not_played()
    {
        using var cafe = CafeProcess.Start(_folder, "compare", "--set", "cafe.clock.mode=paced", "--orders", "100000", "--log-level", "debug");
        await cafe.SaysAsync("waiter-1 hands order 1 to machine");
        cafe.Signal(CafeProcess.Interrupt);

        var (exitCode, output, _) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldContain("Stopped early, before duplicated, pipeline, more-grinders, more-machines.");
    }

    [Fact]
    public async Task A_second_Ctrl_C_stops_at_once()
    {
        // The program serves everybody inside before it ends, and here everybody is inside.
        using var cafe = CafeProcess.Start(_folder, "run", "--set", "cafe.customers.arrivals.process=all-at-once", "--orders", "1000000", "--log-level", "debug");
        await cafe.SaysAsync("begins to accept order 1 ");
        cafe.Signal(CafeProcess.Interrupt);
        await cafe.SaysAsync("closing:");
        cafe.Signal(CafeProcess.Interrupt);
        var (exitCode, output, _) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldBe("");
    }

    [PseudoTerminalFact]
    public async Task Help_is_as_wide_as_the_terminal()
    {
        using var terminal = PseudoTerminal.Start(_folder, "stty cols 40;", "plan --help");

        var (_, shown) = await terminal.EndAsync();

        // What follows the first line has no escape codes.
        shown.Split('\n').Skip(1).ShouldAllBe(line => line.TrimEnd().Length <= 40);
    }

    public void Dispose() => _folder.Dispose();
}
