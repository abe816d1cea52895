using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Tests;

/// <summary>Shops in which services are interrupted, customers lose patience behind the first stage, or nobody is there for a while.</summary>
internal static class RuleShops
{
    public static ShopSettings Preemptive { get; } = EssayShops.Load(
        "pipeline.conf", "cafe.name=preemptive", "cafe.customers.arrivals.mean=55s", "cafe.stage.grinder.priority=preemptive",
        "cafe.menu.espresso.share=0.25", "cafe.menu.espresso.priority=1");

    /// <summary>Is cut off while a worker that is down keeps an order.</summary>
    public static ShopSettings Resume { get; } = EssayShops.Load(
        "pipeline.conf", "cafe.name=resume", "cafe.customers.stop-at=50m", "akka.actor.deployment./cafe/grinder.nr-of-instances=2", "akka.actor.deployment./cafe/machine.nr-of-instances=2",
        $"cafe.stage.grinder.breakdown={Breakdown("resume")}", $"cafe.stage.machine.breakdown={Breakdown("resume")}");

    public static ShopSettings GiveBack { get; } = EssayShops.Load(
        "pipeline.conf", "cafe.name=give-back", "akka.actor.deployment./cafe/grinder.nr-of-instances=2", "cafe.stage.grinder.queue-capacity=3", "cafe.stage.grinder.priority=preemptive",
        "cafe.menu.espresso.share=0.25", "cafe.menu.espresso.priority=1", $"cafe.stage.grinder.breakdown={Breakdown("give-back")}", $"cafe.stage.waiter.breakdown={Breakdown("resume")}");

    public static ShopSettings Impatient { get; } = EssayShops.Load("pipeline.conf", "cafe.name=impatient", "cafe.stage.grinder.patience=3m", "cafe.stage.machine.patience=1m");

    public static ShopSettings TwoDays { get; } = EssayShops.Load("two-days.conf");

    public static IReadOnlyList<ShopSettings> All { get; } = [Preemptive, Resume, GiveBack, Impatient, TwoDays];

    private static string Breakdown(string order) =>
        $"{{ up {{ distribution = exponential, mean = 6m }}, repair {{ distribution = exponential, mean = 2m }}, order = {order} }}";
}
