using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorCafe.Cli.Clusters;
using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Tests.Actors;
using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Newtonsoft.Json;
using static Akka.Management.Cluster.Bootstrap.ContactPoint.HttpBootstrapJsonProtocol;

namespace ActorCafe.Node.Tests.Kubernetes;

/// <summary>Nodes that find each other by Akka.Management. No Kubernetes runs here: its API is a stand-in, or another method of discovery is chosen.</summary>
public sealed class PodBootstrapTests
{
    private const string Quick = """
        akka.management.cluster.bootstrap {
          contact-point-discovery { stable-margin = 500ms, interval = 200ms, resolve-timeout = 30s }
          contact-point.probe-interval = 200ms
        }

        """;

    private readonly IReadOnlyList<int> _ports = FreePorts.Find(2);

    [Fact]
    public async Task Nodes_that_ask_Kubernetes_for_pods_form_one_cluster()
    {
        var pending = FakeKubernetesApi.Pod(9);
        pending.Status.Phase = "Pending";
        var leaving = FakeKubernetesApi.Pod(10);
        leaving.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        await using var api = await FakeKubernetesApi.StartAsync(
            FakeKubernetesApi.Pod(_ports[0]), pending, leaving, FakeKubernetesApi.Pod(11, "http"), FakeKubernetesApi.Pod(_ports[1]));

        await FormOneClusterAsync(api.Hocon);

        api.Calls.Distinct().ShouldBe(["GET /api/v1/namespaces/cafe/pods?labelSelector=app.kubernetes.io/name=actorcafe Bearer the-token"]);
    }

    [Fact]
    public Task Nodes_that_are_found_in_another_way_of_Akkas_form_one_cluster() => FormOneClusterAsync($$"""
        akka.discovery {
          method = config
          config.services.actorcafe.endpoints = ["127.0.0.1:{{_ports[0]}}", "127.0.0.1:{{_ports[1]}}"]
        }

        """);

    [Fact]
    public async Task A_node_outside_a_pod_is_refused_in_one_line()
    {
        const string Nowhere = "akka.discovery.kubernetes-api.api-service-host-env-name = NOWHERE_SERVICE_HOST\n";

        var failure = await Should.ThrowAsync<NodeFailedException>(() => StartAsync(NodeRole.Machine, _ports[0], Nowhere));

        failure.Message.ShouldBe("this node runs in no pod: NOWHERE_SERVICE_HOST is not set; elsewhere than in Kubernetes, set cafe.cluster.discovery = seed-nodes");
    }

    [Fact]
    public async Task A_node_whose_cluster_is_gone_when_it_joins_ends_to_look_anew()
    {
        var gone = new Address("akka.tcp", "actorcafe", "127.0.0.1", _ports[1]);
        await using var pod = await RunningNode.StartAsync(
            RunningNode.Settings() with { Discovery = ClusterDiscovery.Kubernetes },
            new FakeActors { SeedNodes = JsonConvert.SerializeObject(new SeedNodes(gone, [new(gone, 1, MemberStatus.Up, [])])) });

        var failure = await Should.ThrowAsync<NodeFailedException>(() => StartAsync(NodeRole.Machine, _ports[0], $$"""
            akka.discovery { method = config, config.services.actorcafe.endpoints = ["127.0.0.1:{{pod.ManagementAddress.Port}}"] }
            akka.cluster.shutdown-after-unsuccessful-join-seed-nodes = 500ms

            """).WaitAsync(TimeSpan.FromSeconds(60)));

        failure.Message.ShouldStartWith("the cluster removed this node before it was up");
        GivesUpAfter(ClusterDiscovery.Kubernetes).ShouldBe("30s");
        GivesUpAfter(ClusterDiscovery.SeedNodes).ShouldBe("off");

        static string GivesUpAfter(ClusterDiscovery discovery) => ConfigurationFactory.ParseString(
            ClusterHocon.Of(RunningNode.Settings() with { Discovery = discovery })).GetString("akka.cluster.shutdown-after-unsuccessful-join-seed-nodes");
    }

    private async Task FormOneClusterAsync(string hocon)
    {
        var nodes = await Task.WhenAll(StartAsync(NodeRole.Front, _ports[0], hocon), StartAsync(NodeRole.Machine, _ports[1], hocon)).WaitAsync(TimeSpan.FromSeconds(60));
        await using var front = nodes[0];
        await using var machine = nodes[1];

        // Both are up, so the front has heard of the other or will at once.
        await Eventually.TrueAsync(async () =>
            (await front.Client.GetFromJsonAsync<JsonObject>("/status"))!["members"]!.AsArray().Count(member => member!["status"]!.GetValue<string>() == "Up") == 2);
        await front.CloseAsync();
        await machine.CloseAsync();
    }

    private static Task<RunningMember> StartAsync(NodeRole role, int port, string hocon) => RunningMember.StartAsync([role], change: settings => settings with
    {
        Discovery = ClusterDiscovery.Kubernetes,
        Http = settings.Http with { ManagementPort = port },
        Shop = settings.Shop with { AkkaHocon = settings.Shop.AkkaHocon + Quick + hocon },
    });
}
