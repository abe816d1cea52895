using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Properties;
using CsCheck;

namespace ActorCafe.Analysis.Tests.Prediction;

/// <summary>Properties of the prediction of any shop.</summary>
public sealed class PredictionPropertyTests
{
    [Fact]
    public void Has_sound_numbers_and_a_reason_for_each() => AnyShop.Settings.Sample(
        settings =>
        {
            var shop = ShopTheory.Predict(settings);

            (shop.TimeInShop is null).ShouldBe(shop.Exactness == Exactness.None);
            shop.Why.ShouldNotBeNullOrWhiteSpace();
            Sound(shop.TimeInShop);
            Sound(shop.CapacityPerHour);
            foreach (var stage in shop.Stages)
            {
                stage.Why.ShouldNotBeNullOrWhiteSpace();
                Sound(stage.Wait);
                Sound(stage.WaitP95);
                Sound(stage.QueueLength);
                (stage.Utilisation ?? 0).ShouldBeInRange(0, 1 + 1e-9, stage.Why);
                (stage.Lost ?? 0).ShouldBeInRange(0, 1, stage.Why);
                (stage.Wait is not null).ShouldBe(stage.Exactness != Exactness.None, stage.Why);
            }
        },
        iter: 20_000,
        seed: "0000Qyr1BVk2");

    [Fact]
    public Task Is_kept_to_the_last_order_where_nothing_is_left_to_chance() => AnyShop.Settings.SampleAsync(
        async settings =>
        {
            var shop = WithoutChance(settings);
            if (ShopTheory.Predict(shop) is not { Makespan: { } makespan } prediction)
            {
                return;
            }

            var played = await Simulation.RunAsync(shop, new RunOptions { MeasureCapacity = false });

            played.Makespan!.Value.ShouldBe(makespan, 1e-5);
            played.ResponseTime.Mean!.Value.ShouldBe(prediction.TimeInShop!.Value, 1e-5);
            foreach (var (stage, measured) in prediction.Stages.Zip(played.Stages))
            {
                (measured.WaitingTime.Mean ?? 0).ShouldBe(stage.Wait ?? 0, 1e-5, stage.Name);
                (measured.Utilisation ?? 0).ShouldBe(stage.Utilisation ?? 0, 1e-5, stage.Name);
                (measured.QueueLength.Mean ?? 0).ShouldBe(stage.QueueLength ?? 0, 1e-5, stage.Name);
            }
        },
        iter: 300,
        seed: "0000Qyr1BVk2");

    [Fact]
    public void Work_per_order_is_visits_times_time_per_visit() => AnyShop.Settings.Sample(
        settings =>
        {
            foreach (var stage in new QueueingNetwork(settings).Stages)
            {
                stage.WorkPerOrder.ShouldBe(stage.Visits * stage.Occupied, 1e-9);
            }
        },
        iter: 1000,
        seed: "0000Qyr1BVk2");

    private static ShopSettings WithoutChance(ShopSettings settings)
    {
        var shop = (settings with
        {
            Menu = settings.Menu[..1],
            Statistics = settings.Statistics with { WarmUp = WarmUp.None },
            Stages = [.. settings.Stages.Select(stage => stage with { Schedule = PoolSchedule.None, Patience = null, Breakdown = null, HandOverTime = TimeSpan.FromSeconds(Math.Round(stage.HandOverTime.TotalSeconds)) })],
        }).WithRecipe(step => step with { Service = new Deterministic(Math.Round(step.Service.Mean)), RemakeProbability = 0 });
        return shop with
        {
            Customers = new CustomersSettings
            {
                Orders = settings.Customers.Orders,
                Arrivals = settings.Customers.Arrivals switch
                {
                    ArrivalSettings.Renewal renewal => new ArrivalSettings.Renewal(new Deterministic(Math.Round(renewal.Gap.Mean)), 1),
                    ArrivalSettings.Saturated saturated => saturated,
                    _ => new ArrivalSettings.AllAtOnce(),
                },
            },
        };
    }

    private static void Sound(double? value) => (value is null || (value >= 0 && double.IsFinite(value.Value))).ShouldBeTrue($"{value}");
}
