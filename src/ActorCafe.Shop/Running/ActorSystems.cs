using System.Runtime.CompilerServices;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Shop.Running;

/// <summary>Creates the actor system of a run. The shop's files override the defaults below, but not the provider or the virtual clock.</summary>
internal static class ActorSystems
{
    private static readonly Config Ours = ConfigurationFactory.ParseString($$"""
        akka {
          stdout-loglevel = off
          loglevel = warning
          log-dead-letters = off
          # The runner ends its systems itself; a hook per system would pile up over thousands of replications.
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          coordinated-shutdown.run-by-actor-system-terminate = off
          actor.router.type-mapping {
            shared-queue-pool = "{{NameOf<SharedQueuePool>()}}"
            shortest-queue-pool = "{{NameOf<ShortestQueuePool>()}}"
            round-robin-pool = "{{NameOf<RoundRobinQueuePool>()}}"
            random-pool = "{{NameOf<RandomQueuePool>()}}"
          }
        }
        """);

    // A file may be written for a cluster as well; this run uses one node.
    private static readonly Config OneNode = ConfigurationFactory.ParseString("akka.actor.provider = local");

    // Pilot and capacity runs log nothing.
    private static readonly Config Silent = ConfigurationFactory.ParseString("akka { loggers = [], loglevel = off }");

    private static readonly Config VirtualTime = ConfigurationFactory.ParseString($$"""
        akka.scheduler.implementation = "{{NameOf<VirtualScheduler>()}}"
        cafe.dispatcher { type = "{{NameOf<VirtualDispatcherConfigurator>()}}", mailbox-type = "{{NameOf<VirtualMailbox>()}}" }
        """);

    private static readonly Config RealTime = ConfigurationFactory.ParseString($$"""
        cafe.dispatcher { type = "{{NameOf<RealDispatcherConfigurator>()}}" }
        """);

    // Parsed once for all the pools that a shop is tried with.
    private static readonly ConditionalWeakTable<string, Config> FromFiles = [];

    /// <summary>Builds the configuration of a shop's actor system. Parsing it costs more than starting one.</summary>
    public static Config ConfigOf(ShopSettings settings)
    {
        var fromFiles = ConfigurationFactory.ParseString(settings.DeploymentHocon()).WithFallback(FromFiles.GetValue(settings.AkkaHocon, ConfigurationFactory.ParseString));
        var timed = settings.Clock.Mode == ClockMode.Real ? fromFiles.WithFallback(RealTime) : VirtualTime.WithFallback(fromFiles);
        return OneNode.WithFallback(timed).WithFallback(Ours);
    }

    /// <summary>As <see cref="ConfigOf"/>, without logs.</summary>
    public static Config SilentConfigOf(ShopSettings settings) => Silent.WithFallback(ConfigOf(settings));

    public static ActorSystem Create(Config config) => ActorSystem.Create("actorcafe", config);

    private static string NameOf<T>() => $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}";
}
