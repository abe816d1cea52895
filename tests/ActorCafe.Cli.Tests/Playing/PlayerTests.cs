using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Logging;
using ActorCafe.Cli.Playing;
using ActorCafe.Configuration;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Playing;

/// <summary>Shops played as the command line plays them, on real actors.</summary>
public sealed class PlayerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Door _door = new();

    [Theory]
    [InlineData((int)LogLevel.Off)]
    [InlineData((int)LogLevel.Warning)]
    [InlineData((int)LogLevel.Debug)]
    public async Task A_shop_is_played_at_any_log_level(int level)
    {
        var result = await Player((LogLevel)level).PlayAsync(Loaded(HandMade.Shop()));
        result.Orders.Served.ShouldBe(10);
        result.CapacityPerHour!.Value.ShouldBe(60, 1);
    }

    [Fact]
    public async Task One_more_worker_at_the_bottleneck_is_measured_on_the_same_customers()
    {
        var shop = Loaded(HandMade.Shop());
        var player = Player(LogLevel.Off);
        var more = await player.OneMoreAsync(shop, await player.PlayAsync(shop));
        more.ShouldNotBeNull().Stage.Name.ShouldBe("grinder");
        more.TimeInShop.ShouldBe(125);
        more.Result!.CapacityPerHour!.Value.ShouldBe(80, 1);
    }

    [Fact]
    public async Task Of_a_shop_too_large_to_play_again_the_capacity_is_measured_alone()
    {
        var shop = HandMade.Shop();
        var loaded = Loaded(shop with { Customers = shop.Customers with { Orders = 10_001 } });
        var player = Player(LogLevel.Off);
        var more = await player.OneMoreAsync(loaded, await player.PlayAsync(loaded));
        more.ShouldNotBeNull().TimeInShop.ShouldBeNull();
        more.Result!.Orders.Arrived.ShouldBe(1);
        more.Result.CapacityPerHour!.Value.ShouldBe(80, 1);
    }

    [Fact]
    public async Task A_shop_that_one_more_worker_would_bring_to_a_deadlock_is_told_without_that_worker()
    {
        var shop = Loaded(RoundTrip(accept: 50));
        var player = Player(LogLevel.Off);
        var result = await player.PlayAsync(shop);
        (result.Orders.Served, result.Bottleneck, result.CapacityPerHour.HasValue).ShouldBe((10, "waiter", true));
        (await player.OneMoreAsync(shop, result)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_shop_without_a_capacity_one_more_worker_is_not_measured()
    {
        // Cut off before its deadlock would be noticed; customers who never stop coming bring it to one.
        var jammed = RoundTrip(accept: 5);
        var shop = Loaded(jammed with { Customers = jammed.Customers with { StopAt = TimeSpan.FromHours(1) } });
        var player = Player(LogLevel.Off);
        var result = await player.PlayAsync(shop);
        (result.Bottleneck, result.CapacityPerHour).ShouldBe(("grinder", null));
        (await player.OneMoreAsync(shop, result)).ShouldBeNull();
    }

    [Fact]
    public async Task The_rows_are_the_same_however_many_replications_are_played_side_by_side()
    {
        var shop = Loaded(HandMade.Shop());
        foreach (var parallel in (int[])[1, 4])
        {
            var options = Options(LogLevel.Off) with { Replications = 20, Parallel = parallel };
            using var file = OutputFile.Open("--csv", _folder.File($"{parallel}.csv"));
            await new Player(options, _door).PlayAsync(shop, new ShopOutputs(file));
        }

        var rows = File.ReadAllText(_folder.File("1.csv"));
        rows.Count(sign => sign == '\n').ShouldBe(201);
        File.ReadAllText(_folder.File("4.csv")).ShouldBe(rows);
    }

    public void Dispose()
    {
        _door.Dispose();
        _folder.Dispose();
    }

    private static LoadedShop Loaded(ShopSettings shop) => new(shop, HandMade.EmptyTree, ShopFiles.LoadEmbedded("pipeline.conf", []).Node);

    // From grinder to machine and the same way again, with no room to wait: two orders there block each other.
    private static ShopSettings RoundTrip(double accept)
    {
        var shop = HandMade.Shop();
        RecipeStep[] round = [new("grind", 1, new Deterministic(10), 0), new("brew", 2, new Deterministic(10), 0)];
        return shop with
        {
            Menu = [new Drink(0, "coffee", 1, 0, [new RecipeStep("accept", 0, new Deterministic(accept), 0), .. round, .. round])],
            Stages = [shop.Stages[0], .. shop.Stages.Skip(1).Select(stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Block })],
            Customers = shop.Customers with { Arrivals = new ArrivalSettings.AllAtOnce() },
        };
    }

    private static PlayOptions Options(LogLevel level) => new()
    {
        Overrides = [],
        Replications = 1,
        Parallel = 1,
        Quiet = false,
        LogLevel = level,
    };

    private Player Player(LogLevel level) => new(Options(level), _door);
}
