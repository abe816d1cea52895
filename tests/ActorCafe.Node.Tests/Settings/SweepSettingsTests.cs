using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Node.Settings;
using ActorCafe.Node.Sweeping;
using ActorCafe.Shop;

namespace ActorCafe.Node.Tests.Settings;

/// <summary>The settings of a sweep, and the shops that nodes run for it.</summary>
public sealed class SweepSettingsTests : IDisposable
{
    private readonly NodeSetup _setting = new();

    [Fact]
    public void A_sweep_joins_by_its_options_on_any_free_port_and_serves_nobody()
    {
        _setting.File("""cafe.cluster { hostname = auto, port = 4053, seed-nodes = ["a:1"], http.port = 8080, detection = shared }""");

        var sweep = Read(["b:2", "[::1]:3"]);

        (sweep.Hostname, sweep.Port, sweep.Http.Port, sweep.DataFolder).ShouldBe(("counter-7", 0, 0, ""));
        sweep.SeedNodes.ShouldBe([new SeedNode("b", 2), new SeedNode("[::1]", 3)]);
        sweep.Roles.ShouldBe([NodeRole.Sweep]);
        sweep.Detection.ShouldBe(FailureDetection.Shared);
        Read(["b:2"], "there").Hostname.ShouldBe("there");
    }

    [Fact]
    public void A_shop_for_Kubernetes_can_be_swept_through_a_node_that_is_named()
    {
        _setting.File("cafe.cluster.discovery = kubernetes");

        var sweep = Read(["b:2"]);

        (sweep.Discovery, sweep.SeedNodes.Single()).ShouldBe((ClusterDiscovery.SeedNodes, new SeedNode("b", 2)));
    }

    [Fact]
    public void Its_certificates_are_looked_at_as_a_nodes_are()
    {
        _setting.File("""cafe.cluster.tls { certificate = "nowhere.p12", password = x, authority = "nowhere.pem" }""");

        Should.Throw<InputException>(() => Read(["b:2"])).Message.ShouldContain("cafe.cluster.tls.certificate: ");
    }

    [Theory]
    [InlineData("b", "--seed-node: b: 'b' is not a seed node: it has no port; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    [InlineData("b:0", "--seed-node: b:0: 'b:0' is not a seed node: its port is not a whole number from 1 to 65535; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    public void A_seed_node_that_is_none_is_refused(string seedNode, string line) =>
        Should.Throw<InputException>(() => Read([seedNode])).Message.ShouldBe(line);

    [Fact]
    public void A_node_plays_as_many_replications_at_once_as_it_is_told_or_has_processors()
    {
        _setting.Read().Settings.SweepParallel.ShouldBe(Environment.ProcessorCount);
        _setting.File("cafe.cluster.sweep.parallel = 0").Read().Settings.SweepParallel.ShouldBe(0);
        _setting.Variable("CAFE_SWEEP_PARALLEL", "3").Read().Settings.SweepParallel.ShouldBe(3);
    }

    [Theory]
    [InlineData("cafe.clock.mode=real", "a node does not simulate shops in real time")]
    [InlineData("cafe.customers.arrivals={process=trace,file=day.csv}", "the shop that was sent: cafe.customers.arrivals.file: 'day.csv' did not come with the shop; send it with the shop")]
    public async Task A_node_refuses_what_it_is_not_to_play(string set, string line)
    {
        _setting.File("time,customer,drink\n0,Ada,coffee\n", "day.csv");
        var shop = ShopFiles.LoadEmbedded("pipeline.conf", [new("--set", set.Replace("day.csv", $"\"{_setting.PathOf("day.csv")}\"", StringComparison.Ordinal))], new DataFileCache());
        var sent = ShopTextSerializer.Serialize(shop) with { Files = [] };

        var failure = await Should.ThrowAsync<ShopFailedException>(() => SweepShopRunner.RunAsync(sent, 1, CancellationToken.None));
        failure.Message.Replace(_setting.PathOf("day.csv"), "day.csv", StringComparison.Ordinal).ShouldBe(line);
    }

    public void Dispose() => _setting.Dispose();

    private NodeSettings Read(string[] seedNodes, string? hostname = null) =>
        SweepSettingsReader.Read(_setting.Arguments.Files, [], seedNodes, hostname, "counter-7");
}
