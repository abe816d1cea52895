using System.Collections.Immutable;
using System.Reflection;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>No setting of a stage is ignored: each changes the prediction, in its figures or in its reasons.</summary>
public sealed class EverySettingTests
{
    private static readonly Distribution Minute = new Exponential(60);

    /// <summary>A change of each property; null where a property says nothing about time, or only how others are read.</summary>
    private static readonly Dictionary<string, Func<StageSettings, StageSettings>?> Changes = new()
    {
        [nameof(StageSettings.Index)] = null,
        [nameof(StageSettings.Name)] = null,
        [nameof(StageSettings.Worker)] = null,
        [nameof(StageSettings.Is)] = null,
        [nameof(StageSettings.PoolRole)] = null,
        [nameof(StageSettings.Performs)] = null,
        // Only programs set it, with the library, which has no predictions.
        [nameof(StageSettings.NewWorker)] = null,
        [nameof(StageSettings.Workers)] = stage => stage with { Workers = 3 },
        [nameof(StageSettings.Router)] = stage => stage with { Router = "random-pool" },
        [nameof(StageSettings.QueueCapacity)] = stage => stage with { QueueCapacity = 0 },
        [nameof(StageSettings.WhenFull)] = stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Reject },
        [nameof(StageSettings.StaysWithOrder)] = stage => stage with { StaysWithOrder = true },
        [nameof(StageSettings.HandOverTime)] = stage => stage with { HandOverTime = TimeSpan.FromSeconds(1) },
        [nameof(StageSettings.Priority)] = stage => stage with { Priority = true },
        [nameof(StageSettings.QueueBy)] = stage => stage with { QueueBy = order => order.ExpectedService },
        [nameof(StageSettings.Preempts)] = stage => stage with { Priority = true, Preempts = true },
        [nameof(StageSettings.Breakdown)] = stage => stage with { Breakdown = new Breakdown(new Exponential(3600), Minute, GivesBack: false) },
        [nameof(StageSettings.Patience)] = stage => stage with { Patience = Minute },
        [nameof(StageSettings.Schedule)] = stage => stage with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), 3)]) },
    };

    /// <summary>Settings that make no difference there.</summary>
    private static readonly (string Customers, string Setting)[] MakeNoDifference =
    [
        // Constant times of all orders alike take the same turns, and no two workers are left to chance.
        ("constant", nameof(StageSettings.StaysWithOrder)),
        // One worker has one queue, whoever is first in it, and the last stage stays with nobody.
        ("tandem", nameof(StageSettings.Router)),
        ("tandem", nameof(StageSettings.Priority)),
        ("tandem", nameof(StageSettings.QueueBy)),
        ("tandem", nameof(StageSettings.StaysWithOrder)),
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var customers in (string[])["open", "constant", "saturated", "closed", "tandem"])
        {
            foreach (var (setting, _) in Changes.Where(change => change.Value is not null && !MakeNoDifference.Contains((customers, change.Key))))
            {
                cases.Add(customers, setting);
            }
        }

        return cases;
    }

    [Fact]
    public void Is_known_to_these_tests() =>
        typeof(StageSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).ShouldBe(Changes.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_used_or_named(string customers, string setting)
    {
        var shop = Shop(customers);
        var changed = shop.WithStage("grinder", Changes[setting]!);

        Text(ShopTheory.Predict(changed)).ShouldNotBe(Text(ShopTheory.Predict(shop)));
    }

    private static string Text(ShopPrediction shop) => string.Join('\n', [
        $"{shop.TimeInShop} {shop.Why} {shop.MeanInShop}",
        .. shop.Stages.Select(stage => $"{stage.Model} {stage.Why} {stage.Wait} {stage.QueueLength} {stage.Utilisation} {stage.Lost} {string.Join(' ', stage.ByPriority)}"),
    ]);

    private static ShopSettings Shop(string customers)
    {
        var shop = customers switch
        {
            "open" => Shops.Pipeline(2, 2, 2).WithArrivals(new ArrivalSettings.Renewal(new Exponential(60), 1)),
            "constant" => Shops.Pipeline(2, 2, 2, new Deterministic(20), new Deterministic(60), new Deterministic(45)).WithArrivals(new ArrivalSettings.AllAtOnce(), 100),
            "saturated" => Shops.Pipeline(1, 2, 2, new Exponential(40), Minute, Minute).WithArrivals(new ArrivalSettings.Saturated(), 100),
            "closed" => Shops.Pipeline(2, 2, 2).WithArrivals(new ArrivalSettings.Closed(5, Minute)),
            _ => Shops.Of(
                [Shops.Stage("waiter", 1, "accept"), Shops.Stage("grinder", 1, "grind") with { QueueCapacity = 2 }], [Minute, Minute], "accept", "grind")
                .WithArrivals(new ArrivalSettings.Saturated(), 100),
        };
        return shop with { Menu = [shop.Menu[0], shop.Menu[0] with { Index = 1, Name = "espresso", Priority = 3 }] };
    }
}
