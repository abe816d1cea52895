using ActorCafe.Configuration;

namespace ActorCafe.Cli.Tests.Files;

/// <summary>Shops that together show every activity of a worker, as overrides of the essay's shops.</summary>
public static class RecordedShops
{
    private static readonly Dictionary<string, (string File, string[] Settings)> Shops = new()
    {
        ["solo, who stays with the order"] = ("solo.conf", []),
        ["a pool each"] = ("more-machines.conf", ["cafe.customers.orders=300"]),
        ["hand-over time and remakes"] = ("pipeline.conf",
        [
            "cafe.stage.grinder.hand-over-time=7s", "cafe.stage.machine.hand-over-time=3s",
            "cafe.menu.coffee.remake={step=brew,probability=0.2}",
        ]),
        ["a line for each worker"] = ("more-grinders.conf", ["akka.actor.deployment./cafe/grinder.router=round-robin-pool"]),
        ["blocking after service"] = ("pipeline.conf",
            ["cafe.stage.machine.queue-capacity=1", "cafe.stage.grinder.queue-capacity=2", "cafe.step.brew.service.mean=80s"]),
        ["customers turned away and impatient"] = ("pipeline.conf",
        [
            "cafe.stage.grinder={queue-capacity=2,when-full=reject}", "cafe.customers.patience={distribution=exponential,mean=60s}",
            "cafe.customers.arrivals.mean=20s",
        ]),
        ["a pool that is resized"] = ("more-grinders.conf", ["cafe.stage.grinder.schedule=[{at=10m,workers=4},{at=30m,workers=1}]"]),
        ["cut off"] = ("duplicated.conf", ["cafe.customers.stop-at=30m"]),
        ["of zero time"] = ("pipeline.conf", ["cafe.step.grind.service={distribution=deterministic,value=0s}"]),
    };

    public static TheoryData<string> Names => [.. Shops.Keys];

    internal static LoadedShop Load(string name) =>
        ShopFiles.LoadEmbedded(Shops[name].File, [.. Shops[name].Settings.Select(text => new Override("--set", text))]);
}
