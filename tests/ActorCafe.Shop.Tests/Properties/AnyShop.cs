using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;
using CsCheck;

namespace ActorCafe.Shop.Tests.Properties;

/// <summary>Generates random valid shops, small enough to simulate in a millisecond or two.</summary>
internal static class AnyShop
{
    private static readonly Gen<Distribution> Time = Gen.OneOf<Distribution>(
        Gen.Const<Distribution>(new Deterministic(0)),
        Gen.Int[1, 4].Select(seconds => (Distribution)new Deterministic(seconds)),
        Gen.Double[0.1, 5].Select(mean => (Distribution)new Exponential(mean)),
        Gen.Double[0, 3].Select(min => (Distribution)new Uniform(min, min + 2)),
        Gen.Int[0, 3].Array[1, 4].Select(values => (Distribution)new Sequence([.. values.Select(value => (double)value)])));

    private static readonly Gen<TimeSpan?> Moment = Gen.Int[0, 60].Select(at => (TimeSpan?)TimeSpan.FromSeconds(at));

    private static readonly Gen<PoolSchedule> Schedule = Mostly(
        PoolSchedule.None,
        3,
        Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[0, 4]).Array[1, 4], Mostly(null, 1, Gen.Int[41, 60].Select(period => (int?)period))).Select((changes, period) =>
            new PoolSchedule(
                [
                    .. changes.DistinctBy(change => change.Item1).OrderBy(change => change.Item1)
                        .Select(change => new PoolChange(TimeSpan.FromSeconds(change.Item1), change.Item2)),
                ],
                period is { } seconds ? TimeSpan.FromSeconds(seconds) : null)));

    private static readonly Gen<Breakdown?> Breakdowns = Mostly(
        null,
        2,
        Gen.Select(Gen.Double[0.5, 20], Time, Gen.Bool).Select((up, repair, givesBack) => (Breakdown?)new Breakdown(new Exponential(up), repair, givesBack)));

    private static readonly Gen<StageSettings> AnyStage = Gen.Select(
        Gen.Int[1, 4],
        Gen.Int[0, StageSettings.Routers.Length - 1].Select(router => StageSettings.Routers[router]),
        Mostly(null, 2, Gen.Int[0, 3].Select(room => (int?)room)),
        Gen.Bool,
        Mostly(false, 4, Gen.Bool),
        Mostly(0.0, 4, Gen.Double[0.1, 2]),
        Gen.Int[0, 3],
        Gen.Select(Schedule, Breakdowns)).Select((workers, router, capacity, blocks, stays, handOver, priority, times) =>
        (Shops.Stage("?", workers) with
        {
            Router = router,
            QueueCapacity = capacity,
            WhenFull = blocks ? WhenFull.Block : WhenFull.Reject,
            StaysWithOrder = stays,
            HandOverTime = TimeSpan.FromSeconds(handOver),
            // The last one first.
            QueueBy = priority == 1 ? order => -order.Number : null,
            Priority = priority > 1,
            Preempts = priority > 2,
            Schedule = times.Item1,
            Breakdown = times.Item2,
        }).At(TimeSpan.Zero));

    private static readonly Gen<StageSettings> PatientStage = Gen.Select(AnyStage, Mostly(null, 2, Time.Select(time => (Distribution?)time)))
        .Select((stage, patience) => stage with { Patience = patience });

    private static readonly Gen<WarmUp> AnyWarmUp = Mostly(WarmUp.None, 3, Gen.OneOf(
        Gen.Int[1, 60].Select(orders => (WarmUp)new WarmUp.Orders(orders)),
        Gen.Int[1, 60].Select(seconds => (WarmUp)new WarmUp.Length(TimeSpan.FromSeconds(seconds)))));

    private static readonly Gen<ArrivalSettings> Arrivals = Gen.OneOf<ArrivalSettings>(
        Gen.Select(Time, Gen.Int[1, 3]).Select((gap, batch) => (ArrivalSettings)new ArrivalSettings.Renewal(gap, batch)),
        Gen.Const<ArrivalSettings>(new ArrivalSettings.Saturated()),
        Gen.Const<ArrivalSettings>(new ArrivalSettings.AllAtOnce()),
        Gen.Int[0, 60].Array[1, 40].Select(times => (ArrivalSettings)new ArrivalSettings.Trace(
            [.. times.Order().Select(at => new TraceEntry(TimeSpan.FromSeconds(at), $"guest {at}", 0))])),
        Gen.Select(Gen.Int[1, 6], Time).Select((people, think) => (ArrivalSettings)new ArrivalSettings.Closed(people, think)),
        Gen.Int[0, 4000].Array[1, 3].Select(rates => (ArrivalSettings)new ArrivalSettings.Hourly([500, .. rates.Select(rate => (double)rate)])));

    private static readonly Gen<CustomersSettings> Customers = Gen.Select(
        Arrivals,
        Gen.Int[1, 60],
        Mostly(null, 3, Moment),
        Mostly(null, 3, Moment),
        Mostly(null, 2, Time.Select(time => (Distribution?)time))).Select((arrivals, orders, until, stopAt, patience) =>
        new CustomersSettings { Arrivals = arrivals, Orders = orders, Until = until, StopAt = stopAt, Patience = patience });

    public static readonly Gen<ShopSettings> Settings = Gen.Select(
        PatientStage.Array[1, 4],
        Gen.Select(Time, Mostly(0.0, 4, Gen.Double[0.1, 0.5])).Array[8],
        Gen.Select(Gen.Int[1, 255], Gen.Int[0, 2]).Array[1, 3],
        Gen.Int[1, 2].Array[4],
        Customers,
        AnyWarmUp,
        Gen.Long[1, 1_000_000]).Select(Make);

    private static Gen<T> Mostly<T>(T usual, int times, Gen<T> other) => Gen.Int[0, times].SelectMany(pick => pick == 0 ? other : other.Select(_ => usual));

    /// <summary>Builds stages of one or two steps each. A drink has the steps whose bits are set, in the order of the stages.</summary>
    private static ShopSettings Make(
        StageSettings[] stages, (Distribution Time, double Remake)[] work, (int Bits, int Priority)[] drinks, int[] stepsOfStage, CustomersSettings customers, WarmUp warmUp, long seed)
    {
        var steps = stages.SelectMany((_, stage) => Enumerable.Range(0, stepsOfStage[stage]).Select(_ => stage))
            .Select((stage, at) => new RecipeStep($"step{at}", stage, work[at].Time, work[at].Remake)).ToArray();
        var named = stages.Select((stage, index) => stage with
        {
            Index = index,
            Name = $"stage{index}",
            Performs = [.. steps.Where(step => step.Stage == index).Select(step => step.Step)],
        });
        var menu = drinks.Select((drink, index) =>
        {
            var recipe = steps.Where((_, at) => (drink.Bits & (1 << at)) != 0).ToImmutableArray();
            return new Drink(index, $"drink{index}", 1 + index, drink.Priority, recipe.IsEmpty ? [.. steps] : recipe);
        });
        return new ShopSettings
        {
            Name = "any",
            Seed = seed,
            Clock = new ClockSettings(ClockMode.Virtual, 1),
            Menu = [.. menu],
            Customers = customers,
            Statistics = new StatisticsSettings(warmUp, 0.95),
            AkkaHocon = "",
            Stages = [.. named],
        };
    }
}
