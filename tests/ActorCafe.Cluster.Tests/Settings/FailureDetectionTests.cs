using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Wire;
using ActorCafe.OrderBook;
using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Cluster.Tests.Settings;

public sealed class FailureDetectionTests
{
    [Theory]
    [InlineData(FailureDetection.Fast, "0.5 3 8 2 20 1 0.3", "6 2 1.25")]
    [InlineData(FailureDetection.Shared, "1 10 12 10 30 10 1", "20 2 10.25")]
    public async Task Leases_and_pauses_of_links_follow_the_profile(FailureDetection detection, string profile, string times)
    {
        using var system = ActorSystem.Create("actorcafe", Hocon(detection));
        var hocon = system.Settings.Config.GetConfig("akka.cluster");

        var link = LinkTimes.Of(Akka.Cluster.Cluster.Get(system));

        string.Join(' ', Seconds("failure-detector.heartbeat-interval"), Seconds("failure-detector.acceptable-heartbeat-pause"), hocon.GetDouble("failure-detector.threshold"),
            Seconds("split-brain-resolver.stable-after"), Seconds("split-brain-resolver.down-all-when-unstable"), Seconds("down-removal-margin"), Seconds("gossip-interval")).ShouldBe(profile);
        string.Join(' ', link.Lease.TotalSeconds, link.Longest.TotalSeconds, link.AfterRemoval.TotalSeconds).ShouldBe(times);
        await system.Terminate();

        double Seconds(string key) => hocon.GetTimeSpan(key).TotalSeconds;
    }

    private static Config Hocon(FailureDetection detection) => ConfigurationFactory.ParseString(WireHocon.Text).WithFallback(ConfigurationFactory.ParseString(ClusterHocon.Of(new NodeSettings
    {
        Shop = TestShops.Pipeline(),
        Roles = [NodeRole.Seed],
        Hostname = "127.0.0.1",
        Port = 0,
        DataFolder = "",
        Http = new HttpSettings("127.0.0.1", 0, null),
        Book = new BookSettings(BookStore.Sqlite, ""),
        Detection = detection,
    })));
}
