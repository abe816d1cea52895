using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Plans, one more worker, and precision, seen from the shell.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_plan_says_the_pools_how_sure_it_is_and_what_one_fewer_would_do()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "plan", "--target", "p95 < 6m", "--target", "utilisation(machine) < 85%", "--json", "a.json");
        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        json.RootElement.GetProperty("met").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("sure").GetDouble().ShouldBeGreaterThanOrEqualTo(0.95);
        json.RootElement.GetProperty("oneFewer").GetArrayLength().ShouldBeGreaterThan(0);
        output.ShouldContain("one fewer");
        output.ShouldContain("95% sure");
        output.ShouldContain(" sure that all targets are met.");
        // The bound that is shown belongs to the certainty beside it: both say that the target is met.
        var p95 = json.RootElement.GetProperty("targets")[0];
        p95.GetProperty("atMost").GetDouble().ShouldBeInRange(p95.GetProperty("measured").GetDouble(), 360);
        p95.GetProperty("atMost").GetDouble().ShouldBeLessThan(p95.GetProperty("ci")[1].GetDouble());

        // The program reads the HOCON that it suggests.
        File.WriteAllText(_folder.File("planned.conf"), json.RootElement.GetProperty("hocon").GetString());
        var (check, summary, _) = await CafeProcess.RunAsync(_folder, "check", "planned.conf");
        check.ShouldBe(0);
        summary.ShouldContain($"grinder: {json.RootElement.GetProperty("pools").GetProperty("grinder").GetInt32()} workers");
    }

    [Fact]
    public async Task A_schedule_by_the_hour_can_be_pasted_and_played()
    {
        File.WriteAllText(_folder.File("day.conf"), "cafe.customers { arrivals { process = hourly, rates = [20, 90] }, until = 2h, orders = unlimited }\n");
        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "plan", "day.conf", "--target", "mean < 6m", "--json", "a.json");
        (exitCode, errors).ShouldBe((0, ""));
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        File.WriteAllText(_folder.File("staff.conf"), json.RootElement.GetProperty("hocon").GetString());
        (await CafeProcess.RunAsync(_folder, "run", "day.conf", "staff.conf", "--quiet")).ExitCode.ShouldBe(0);
        var grinders = json.RootElement.GetProperty("schedule")[1].GetProperty("workers");
        grinders[1].GetInt32().ShouldBeGreaterThan(grinders[0].GetInt32());
    }

    [Fact]
    public async Task What_is_out_of_reach_is_said_in_words_with_exit_code_one()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "plan", "--target", "mean < 2m");
        (exitCode, errors).ShouldBe((1, ""));
        output.ShouldStartWith("mean < 2m is out of reach: with ");
    }

    [Fact]
    public async Task What_workers_cost_decides_which_pools_are_the_cheapest()
    {
        async Task<int> MachinesAsync(string cost)
        {
            var (_, output, _) = await CafeProcess.RunAsync(_folder, "plan", "--target", "mean < 4m", "--set", $"cafe.cost={cost}", "--json", "-");
            using var json = JsonDocument.Parse(output);
            return json.RootElement.GetProperty("pools").GetProperty("machine").GetInt32();
        }

        (await MachinesAsync("{ grinder = 1, machine = 100 }")).ShouldBeLessThanOrEqualTo(await MachinesAsync("{ grinder = 100, machine = 1 }"));
    }

    [Theory]
    [InlineData("p95 > 3m")]
    [InlineData("p95 < 6")]
    [InlineData("p96 < 6m")]
    [InlineData("wait < 3s")]
    [InlineData("wait(barista) < 3s")]
    [InlineData("mean(machine) < 3s")]
    [InlineData("rejected < 3m")]
    [InlineData("utilisation(machine) < 185%")]
    [InlineData("mean < 0s")]
    public async Task A_target_that_is_none_is_one_line(string target)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "plan", "--target", target);
        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldStartWith($"--target: {target}: ");
        errors.Count(sign => sign == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task One_more_worker_is_told_beside_theory_for_every_stage()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, "run", "--one-more", "--set", "cafe.customers.arrivals.mean=30s", "--set", "cafe.step.brew.service.mean=90s",
            "--pool", "grinder=3", "--pool", "machine=4", "--replications", "2", "--json", "a.json");
        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        double[] theory = [.. json.RootElement.GetProperty("oneMore").EnumerateArray().Select(one => Math.Round(one.GetProperty("responseTime").GetProperty("theory").GetDouble(), 1))];
        theory.ShouldBe([-37.5, -21.4, -35.2]);
    }

    [Fact]
    public async Task One_more_worker_has_no_columns_without_a_figure_and_one_answer()
    {
        var (_, output, _) = await CafeProcess.RunAsync(_folder, "run", "--one-more", "--set", "cafe.menu.tea.share=0.5");

        output.ShouldContain("simulated per hour");
        output.ShouldNotContain("theory");
        output.Split("ne more ").Length.ShouldBe(3, "the head of the table and the best of its rows");
    }

    [Fact]
    public async Task A_shop_that_blocks_says_how_its_workers_spend_their_time()
    {
        var (_, output, _) = await CafeProcess.RunAsync(_folder, "run", "--one-more", "--set", "cafe.stage.machine.queue-capacity=0");
        output.ShouldContain("workers' time");
        output.ShouldContain("next full");
    }

    [Fact]
    public async Task A_run_goes_on_until_it_is_precise_and_says_what_it_took()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "run", "--until-precision", "5%", "--pool", "grinder=2", "--pool", "machine=2");
        exitCode.ShouldBe(0);
        output.ShouldContain("The interval of the mean time in shop is ±");
    }

    [Fact]
    public async Task Compared_shops_differ_by_less_doubt_on_the_same_customers()
    {
        await CafeProcess.RunAsync(_folder, "new", "a");
        File.WriteAllText(_folder.File("b.conf"), "include \"a.conf\"\ncafe.name = b\nakka.actor.deployment./cafe/grinder.nr-of-instances = 3\n");
        File.WriteAllText(_folder.File("c.conf"), "include \"a.conf\"\ncafe.name = c\nakka.actor.deployment./cafe/grinder.nr-of-instances = 4\n");
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "compare", "b.conf", "c.conf", "--pool", "machine=3", "--replications", "10", "--json", "d.json");
        exitCode.ShouldBe(0);
        output.ShouldContain("against b, on the same customers");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("d.json")));
        json.RootElement[0].TryGetProperty("difference", out _).ShouldBeFalse();
        json.RootElement[1].GetProperty("difference").GetProperty("narrower").GetDouble().ShouldBeGreaterThan(1);
    }

    public void Dispose() => _folder.Dispose();
}
