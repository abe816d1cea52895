using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Management.Cluster.Bootstrap;
using Akka.Management.Dsl;
using Akka.Util;
using Newtonsoft.Json;
using static Akka.Management.Cluster.Bootstrap.ContactPoint.HttpBootstrapJsonProtocol;

namespace ActorCafe.Node.Actors;

/// <summary>
/// Finds the cluster by Akka.Management: the node asks Kubernetes for the café's pods, asks those for their cluster, and joins it. If none has one,
/// the pod with the lowest address forms it.
/// </summary>
/// <remarks>The questions are answered by the node's own management port. Akka.Management's HTTP server is not started: see docs/decisions/0013.</remarks>
internal static class PodBootstrap
{
    /// <summary>The settings of Akka.Management, which the shop's own <c>akka</c> settings override.</summary>
    public static Config Defaults(NodeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
            akka {
              discovery {
                method = kubernetes-api
                kubernetes-api {
                  class = "{{typeof(PodDiscovery).TypeQualifiedName()}}"
                  # {0} is the name of the actor system, actorcafe.
                  pod-label-selector = "app.kubernetes.io/name={0}"
                  # Where Kubernetes tells a pod who it is.
                  api-service-host-env-name = KUBERNETES_SERVICE_HOST
                  api-service-port-env-name = KUBERNETES_SERVICE_PORT
                  api-ca-path = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt"
                  api-token-path = "/var/run/secrets/kubernetes.io/serviceaccount/token"
                  pod-namespace-path = "/var/run/secrets/kubernetes.io/serviceaccount/namespace"
                }
              }
              management.cluster.bootstrap {
                # The name of the pods' management port.
                contact-point-discovery.port-name = management
                contact-point {
                  fallback-port = {{settings.Http.ManagementPort}}
                  # With 5 s, a pod that came while the others formed a cluster could miss it, and form a second one.
                  probe-interval = 1s
                }
              }
            }
            """));
    }

    /// <summary>Starts to look for the cluster. The member is up some time later.</summary>
    /// <exception cref="NodeFailedException">The node is no pod.</exception>
    public static Task StartAsync(ActorSystem system, NodeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var discovery = system.Settings.Config.GetConfig("akka.discovery");
        var variable = discovery.GetString("kubernetes-api.api-service-host-env-name");
        if (discovery.GetString("method") == "kubernetes-api" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            throw new NodeFailedException($"this node runs in no pod: {variable} is not set; elsewhere than in Kubernetes, set cafe.cluster.discovery = seed-nodes");
        }

        var bootstrap = ClusterBootstrap.Get(system);
        // Routes for Akka.Management's server, which we do without. This is also what tells the bootstrap where this node is asked.
        var self = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{Hosts.InBrackets(settings.Hostname)}:{settings.Http.ManagementPort}"));
        _ = bootstrap.Routes(ManagementRouteProviderSettings.Create(self, readOnly: true));
        return bootstrap.Start();
    }

    /// <summary>Some members of this node's cluster, as JSON; none if it has not joined one, or leaves it.</summary>
    public static string SeedNodes(Akka.Cluster.Cluster cluster)
    {
        const int Most = 5;
        var state = cluster.State;
        var members = cluster.IsTerminated || cluster.SelfMember.Status is not (MemberStatus.Joining or MemberStatus.WeaklyUp or MemberStatus.Up) ? []
            : state.Members.Except(state.Unreachable)
                .Where(member => member.Status is MemberStatus.Up or MemberStatus.WeaklyUp or MemberStatus.Joining)
                .Take(Most)
                .Select(member => new ClusterMember(member.Address, member.UniqueAddress.Uid, member.Status, member.Roles))
                .ToImmutableList();
        return JsonConvert.SerializeObject(new SeedNodes(cluster.SelfAddress, members));
    }
}
