using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Running;
using ActorCafe.Configuration;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Running;

/// <summary>Shops run as by the command line, on real actors.</summary>
public sealed class ShopRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GracefulShutdown _shutdown = new();

    [Theory]
    [InlineData((int)LogLevel.Off)]
    [InlineData((int)LogLevel.Warning)]
    [InlineData((int)LogLevel.Debug)]
    public async Task A_shop_is_played_at_any_log_level(int level)
    {
        var result = await ShopRunner((LogLevel)level).RunAsync(Loaded(SampleData.Shop()));
        result.Orders.Served.ShouldBe(10);
        result.CapacityPerHour.ShouldBe(60);
    }

    [Fact]
    public async Task One_more_worker_at_the_bottleneck_is_measured_on_the_same_customers()
    {
        var shop = Loaded(SampleData.Shop());
        var runner = ShopRunner(LogLevel.Off);
        var more = await runner.OneMoreAsync(shop, await runner.RunAsync(shop));
        more.ShouldNotBeNull().Stage.Name.ShouldBe("grinder");
        more.TimeInShop.ShouldBe(125);
        more.Capacity.ShouldBe(new Capacity(80, CapacityHow.Formula, null));
    }

    [Fact]
    public async Task Of_a_shop_too_large_to_play_again_the_capacity_is_found_alone()
    {
        var shop = SampleData.Shop();
        var loaded = Loaded(shop with { Customers = shop.Customers with { Orders = 10_001 } });
        var runner = ShopRunner(LogLevel.Off);
        var more = await runner.OneMoreAsync(loaded, await runner.RunAsync(loaded));
        more.ShouldNotBeNull().TimeInShop.ShouldBeNull();
        more.Capacity!.PerHour.ShouldBe(80);
    }

    [Fact]
    public async Task A_shop_that_one_more_worker_would_bring_to_a_deadlock_is_told_without_that_worker()
    {
        var shop = Loaded(RoundTrip(accept: 50));
        var runner = ShopRunner(LogLevel.Off);
        var result = await runner.RunAsync(shop);
        (result.Orders.Served, result.Bottleneck, result.CapacityPerHour.HasValue).ShouldBe((10, "waiter", true));
        (await runner.OneMoreAsync(shop, result)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_shop_without_a_capacity_one_more_worker_is_not_measured()
    {
        // Stopped before its deadlock would be noticed; under saturation it deadlocks.
        var jammed = RoundTrip(accept: 5);
        var shop = Loaded(jammed with { Customers = jammed.Customers with { StopAt = TimeSpan.FromHours(1) } });
        var runner = ShopRunner(LogLevel.Off);
        var result = await runner.RunAsync(shop);
        (result.Bottleneck, result.CapacityPerHour).ShouldBe(("grinder", null));
        (await runner.OneMoreAsync(shop, result)).ShouldBeNull();
    }

    [Fact]
    public async Task The_rows_are_the_same_however_many_replications_are_played_side_by_side()
    {
        var shop = Loaded(SampleData.Shop());
        foreach (var parallel in (int[])[1, 4])
        {
            var options = Options(LogLevel.Off) with { Replications = 20, Parallel = parallel };
            using var file = OutputFile.Open("--csv", _folder.File($"{parallel}.csv"));
            await new ShopRunner(options, _shutdown).RunAsync(shop, new ShopOutputs(file));
        }

        var rows = File.ReadAllText(_folder.File("1.csv"));
        rows.Count(sign => sign == '\n').ShouldBe(201);
        File.ReadAllText(_folder.File("4.csv")).ShouldBe(rows);
    }

    public void Dispose()
    {
        _shutdown.Dispose();
        _folder.Dispose();
    }

    private static LoadedShop Loaded(ShopSettings shop) => new(shop, SampleData.EmptyTree, ShopFiles.LoadEmbedded("pipeline.conf", []).Node);

    // From grinder to machine and back again without room to wait: two orders there block each other.
    private static ShopSettings RoundTrip(double accept)
    {
        var shop = SampleData.Shop();
        RecipeStep[] round = [new("grind", 1, new Deterministic(10), 0), new("brew", 2, new Deterministic(10), 0)];
        return shop with
        {
            Menu = [new Drink(0, "coffee", 1, 0, [new RecipeStep("accept", 0, new Deterministic(accept), 0), .. round, .. round])],
            Stages = [shop.Stages[0], .. shop.Stages.Skip(1).Select(stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Block })],
            Customers = shop.Customers with { Arrivals = new ArrivalSettings.AllAtOnce() },
        };
    }

    private static SimulationOptions Options(LogLevel level) => new()
    {
        Overrides = [],
        Replications = 1,
        Parallel = 1,
        Quiet = false,
        LogLevel = level,
    };

    private ShopRunner ShopRunner(LogLevel level) => new(Options(level), _shutdown);
}
