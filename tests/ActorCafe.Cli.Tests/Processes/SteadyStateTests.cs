using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Shops without a steady state, seen from the shell.</summary>
public sealed class SteadyStateTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_schedule_that_ends_overloaded_has_no_interval_and_the_reason_is_said()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, "run", "--pool", "grinder=3", "--pool", "machine=2", "--set", "cafe.stage.grinder.schedule=[{at=1h,workers=1}]", "--orders", "2000", "--json", "a.json");

        (exitCode, errors).ShouldBe((0, ""));
        output.ShouldNotContain("sure between");
        output.Replace('\n', ' ').ShouldContain("There is no steady state: 90 orders arrive per hour, at most 60 can be served at grinder after its schedule's last change.");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        json.RootElement.GetProperty("steadyState").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .ShouldStartWith("{\"reached\":false,\"reason\":\"90ordersarriveperhour,");
        json.RootElement.GetProperty("responseTime").GetProperty("ci").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("stages").EnumerateArray().ShouldAllBe(stage => stage.GetProperty("waitingTime").GetProperty("ci").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Where_there_is_no_interval_to_narrow_until_precision_adds_no_replications()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "run", "--orders", "50", "--until-precision", "1%");

        exitCode.ShouldBe(0);
        output.Replace('\n', ' ').ShouldContain("There is no interval to narrow without a steady state, so no replications were added to the 10.");
    }

    [Fact]
    public async Task Theory_agrees_with_no_mean_of_a_day()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(
            _folder, "run", "--theory", "--replications", "3", "--pool", "grinder=2", "--pool", "machine=2", "--set", "cafe.customers.until=4h");

        exitCode.ShouldBe(0);
        output.ShouldContain("sure between");
        output.ShouldContain("no interval: no steady state, so no long-run mean to compare with.");
        output.ShouldNotContain("agrees");
    }

    [Fact]
    public async Task A_sweep_says_which_points_have_no_steady_state()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "sweep", "--pool", "machine=2", "--vary", "grinder=1..2", "--orders", "50", "--csv", "a.csv");

        exitCode.ShouldBe(0);
        output.Split('\n').Where(line => line.StartsWith('1') || line.StartsWith('2')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => (cells[0], Steady: cells.Single(cell => cell is "yes" or "no"))).ShouldBe([("1", "no"), ("2", "yes")]);
        output.Replace('\n', ' ').ShouldContain("Without a steady state a mean has no long-run value");
        var rows = File.ReadAllLines(_folder.File("a.csv"));
        rows[0].ShouldContain(",steadyState.reached,steadyState.reason,");
        rows[1].ShouldContain(",false,\"90 orders arrive per hour, at most 60 can be served at grinder\",");
        rows[2].ShouldContain(",true,,");
    }

    public void Dispose() => _folder.Dispose();
}
