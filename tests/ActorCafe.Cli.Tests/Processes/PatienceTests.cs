using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Patience at a stage, a warm-up of some length and the number in the shop, seen from the shell.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Orders_that_renege_at_a_stage_are_counted_there()
    {
        // Accepted until 20, 40, 60; the first is ground from 20 to 80. The second leaves at 40 + 30, the third is next.
        _folder.Write("shop.conf", """
            cafe {
              step { accept.service = 20s, grind.service = 60s, brew.service = 45s }
              stage.grinder.patience = 30s
              customers { arrivals.process = all-at-once, orders = 3 }
            }
            """);

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "run", "shop.conf", "--json", "a.json", "--csv", "a.csv");

        (exitCode, errors).ShouldBe((0, ""));
        output.ShouldContain(" reneged\n");
        output.ShouldContain("2 served, 0 rejected, 1 reneged, 0 unserved");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        json.RootElement.GetProperty("orders").GetProperty("reneged").GetInt64().ShouldBe(1);
        json.RootElement.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("reneged").GetInt64()).ShouldBe([0, 1, 0]);
        // Three in the shop until 70, two until the first leaves at 125, one until 80 + 60 + 45 = 185.
        var inShop = json.RootElement.GetProperty("inShop");
        inShop.GetProperty("mean").GetDouble().ShouldBe(((3 * 70) + (2 * 55) + 60) / 185.0, 1e-9);
        inShop.GetProperty("max").GetDouble().ShouldBe(3);
        inShop.GetProperty("probabilities").EnumerateArray().Select(share => Math.Round(share.GetDouble() * 185, 6)).ShouldBe([0, 60, 55, 70]);
        File.ReadAllLines(_folder.File("a.csv"))[1].ShouldBe("2,2,coffee,0.000000000,0.000000000,20.000000000,40.000000000,waiter-1,40.000000000,,,,,,,,,70.000000000,reneged");
    }

    [Fact]
    public async Task A_length_of_warm_up_leaves_out_the_orders_placed_in_it()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(
            _folder, "run", "--pool", "grinder=2", "--pool", "machine=2", "--set", "cafe.customers.arrivals.distribution=deterministic", "--set", "cafe.customers.arrivals.value=40s", "--set", "cafe.statistics.warm-up=30m");

        exitCode.ShouldBe(0);
        // Orders at 40 s, 80 s, ...: 44 before 1,800 s.
        output.Replace('\n', ' ').ShouldContain("the first 44 orders left out");
    }

    [Theory]
    [InlineData(
        "--set: cafe.stage.waiter.patience: orders begin at waiter, so customers.patience is its patience already; write one of the two, and none for the other",
        "cafe.customers.patience=5m", "cafe.stage.waiter.patience=5m")]
    [InlineData("--set: cafe.stage.machine.patience: 5 has no unit; write 5s for seconds, or patience { distribution = ... }", "cafe.stage.machine.patience=5")]
    [InlineData(
        "--set: cafe.statistics.warm-up: a warm-up of 08:00:00 leaves nothing to count: the run is cut off at 08:00:00; write a shorter time, or auto",
        "cafe.customers.stop-at=8h", "cafe.statistics.warm-up=8h")]
    public async Task What_cannot_be_meant_is_one_line(string line, params string[] sets)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, ["run", .. sets.SelectMany(set => new[] { "--set", set })]);

        (exitCode, output, errors.TrimEnd()).ShouldBe((2, "", line));
    }

    public void Dispose() => _folder.Dispose();
}
