using System.Globalization;
using System.Text;
using ActorCafe.Cluster.Membership;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;

namespace ActorCafe.Cluster.Settings;

/// <summary>The Akka settings of a node, as HOCON. docs/cluster.md explains each choice.</summary>
public static class ClusterHocon
{
    private static readonly string Ours = $$"""
        akka {
          actor {
            provider = cluster
            router.type-mapping {
              shared-queue-pool = "{{NameOf<SharedQueuePool>()}}"
              shortest-queue-pool = "{{NameOf<ShortestQueuePool>()}}"
              round-robin-pool = "{{NameOf<RoundRobinQueuePool>()}}"
              random-pool = "{{NameOf<RandomQueuePool>()}}"
            }
          }
          # Akka knocks at a node whose connection broke only after so long: with its 5 s a reset that lasted no time made both ends take each
          # other for lost, which they do after 3.5 s.
          remote.retry-gate-closed-for = 1s
          # Each node writes only to connections that it opened itself. With shared connections, a node restarted at its address sometimes could
          # not hear the others: a connection that one of them had begun to open for the lost node stayed open without a writer, the
          # restarted node listened to that one alone, and both were downed (akka/akka#24393).
          remote.use-passive-connections = off
          remote.dot-netty.tcp {
            # On Linux .NET shares a reused port with whoever else listens there; without, it is still free again at once.
            tcp-reuse-addr = off
          }
          cluster {
            downing-provider-class = "Akka.Cluster.SBR.SplitBrainResolverProvider, Akka.Cluster"
            split-brain-resolver {
              active-strategy = keep-majority
              # A sweep that is killed must not outvote the café, nor one that is not cut off keep a part of it alive.
              keep-majority.role = {{RoleNames.Cafe}}
            }
            # A front that was killed and comes back has to wait until its former life is struck off the members: with 10 s it waited 13.
            retry-unsuccessful-join-after = 1s
            # A node whose seed nodes are not there yet goes on asking.
            shutdown-after-unsuccessful-join-seed-nodes = off
            sharding {
              state-store-mode = ddata
              remember-entities = off
              passivate-idle-entity-after = off
              # Nothing of it is wanted after a restart, and its store needs another LightningDB than feeds serve.
              distributed-data.durable.keys = []
            }
          }
          coordinated-shutdown {
            exit-clr = off
            run-by-clr-shutdown-hook = off
            run-by-actor-system-terminate = on
          }
        }
        cafe.dispatcher { type = Dispatcher }
        """;

    /// <summary>For processors that are the café's own: a lost node's machines are up elsewhere after some 9 s.</summary>
    private const string Fast = """
        akka {
          # Whoever was sent to a node that is no longer a member learns so from this alone; Akka's 10 s were too long.
          remote.watch-failure-detector {
            heartbeat-interval = 500ms
            acceptable-heartbeat-pause = 3s
            unreachable-nodes-reaper-interval = 300ms
          }
          cluster {
            failure-detector {
              heartbeat-interval = 500ms
              acceptable-heartbeat-pause = 3s
            }
            gossip-interval = 300ms
            leader-actions-interval = 300ms
            unreachable-nodes-reaper-interval = 300ms
            split-brain-resolver {
              # Seven seconds are advised for a few nodes that gossip each second; ours gossip each 0.3 s.
              stable-after = 2s
              # With 6 s two nodes lost five seconds apart brought down all.
              down-all-when-unstable = 20s
            }
            # Else it equals stable-after.
            down-removal-margin = 1s
            sharding {
              retry-interval = 500ms
              rebalance-interval = 2s
              handoff-timeout = 3s
              # The coordinator notes each move with every node that holds machines. One that is frozen does not answer, and a note
              # begun just before it is removed is tried again only after so long: with 5 s its machines were up that much later.
              updating-state-timeout = 1s
              waiting-for-state-timeout = 1s
            }
          }
        }
        """;

    /// <summary>For busy or virtual machines, as Akka advises: a process that gets no processor for 10 s is not taken for lost.</summary>
    private const string Shared = """
        akka {
          remote.watch-failure-detector {
            heartbeat-interval = 1s
            acceptable-heartbeat-pause = 10s
            threshold = 12
          }
          cluster {
            failure-detector {
              heartbeat-interval = 1s
              acceptable-heartbeat-pause = 10s
              threshold = 12
            }
            gossip-interval = 1s
            leader-actions-interval = 1s
            unreachable-nodes-reaper-interval = 1s
            split-brain-resolver {
              # Akka's value for up to ten nodes.
              stable-after = 10s
              # Akka's own 7.5 s would bring down all when a second node is lost 8 s after the first.
              down-all-when-unstable = 30s
            }
            down-removal-margin = 10s
            sharding {
              retry-interval = 2s
              rebalance-interval = 10s
              handoff-timeout = 20s
              updating-state-timeout = 5s
              waiting-for-state-timeout = 5s
            }
          }
        }
        """;

    /// <summary>The configuration of a node's actor system. The shop's own <c>akka</c> settings override the defaults.</summary>
    /// <param name="node">The node's settings.</param>
    /// <param name="book">The id of its order book; null if it is no front.</param>
    public static string Of(NodeSettings node, string? book = null)
    {
        var text = new StringBuilder(Ours).Append('\n').Append(node.Detection == FailureDetection.Shared ? Shared : Fast).Append('\n');
        foreach (var stage in node.Shop.Stages.Where(stage => stage.PoolRole is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                akka.actor.deployment."/cafe/{{stage.ActorName}}".cluster {
                  enabled = on
                  use-role = {{stage.PoolRole}}
                  allow-local-routees = off
                  max-nr-of-instances-per-node = {{stage.Workers}}
                }

                """);
        }

        if (node.Discovery == ClusterDiscovery.Kubernetes)
        {
            // A pod that was found may be gone by the time it is joined, and its address too. The node then ends, and searches again when it is restarted.
            text.Append("akka.cluster.shutdown-after-unsuccessful-join-seed-nodes = 30s\n");
        }

        text.Append(node.Shop.AkkaHocon).Append('\n').Append(node.Shop.DeploymentHocon());
        text.Append(CultureInfo.InvariantCulture, $$"""
            akka.actor.provider = cluster
            akka.remote.dot-netty.tcp {
              hostname = "{{node.Hostname}}"
              port = {{node.Port}}
            }
            akka.cluster.roles = [{{string.Join(", ", RolesOf(node, book).Select(role => $"\"{role}\""))}}]
            akka.cluster.seed-nodes = []

            """);
        if (node.Roles.Contains(NodeRole.Front))
        {
            // A front that also has a pool's role hosts its workers itself. The shop file assumes one role per node and disallows it.
            foreach (var stage in node.Shop.Stages.Where(stage => node.Roles.Any(role => role.Name() == stage.PoolRole)))
            {
                text.Append(CultureInfo.InvariantCulture, $"akka.actor.deployment.\"/cafe/{stage.ActorName}\".cluster.allow-local-routees = on\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> RolesOf(NodeSettings node, string? book)
    {
        var roles = node.Roles.Select(role => role.Name());
        return node.Roles.Contains(NodeRole.Sweep)
            ? roles
            : [.. roles, RoleNames.Cafe, RoleNames.OfShop(ShopFingerprint.Of(node.Shop)), .. book is null ? Array.Empty<string>() : [RoleNames.OfBook(book)]];
    }

    private static string NameOf<T>() => $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}";
}
