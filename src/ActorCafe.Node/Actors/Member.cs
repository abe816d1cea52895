using System.Globalization;
using System.Net.Sockets;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Node.Settings;
using ActorCafe.Shop.Pools;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;

namespace ActorCafe.Node.Actors;

/// <summary>A member of the cluster that keeps the membership and nothing else: all that the role seed asks for.</summary>
internal sealed class Member(NodeSettings settings, ILoggerFactory log) : INodeActors, IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorSystem? _system;

    public string Address => Cluster.SelfAddress.ToString();

    public bool IsUp => _system is not null && !Cluster.IsTerminated && Cluster.SelfMember.Status == Akka.Cluster.MemberStatus.Up;

    public ICafeFront? Front => null;

    public Task Ended => _ended.Task;

    private Akka.Cluster.Cluster Cluster => Akka.Cluster.Cluster.Get(_system ?? throw new InvalidOperationException("The node has not been started."));

    public async Task StartAsync(CancellationToken cancellation)
    {
        _system = Create();
        _ = _system.WhenTerminated.ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
        if (settings.SeedNodes.IsEmpty)
            await Cluster.JoinAsync(Cluster.SelfAddress, cancellation);
        else
            await Cluster.JoinSeedNodesAsync(settings.SeedNodes.Select(seed => new Address(Cluster.SelfAddress.Protocol, Cluster.SelfAddress.System, seed.Host, seed.Port)), cancellation);
    }

    public Task StopAsync(CancellationToken cancellation) =>
        _system is null ? Task.CompletedTask : CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance);

    public void Dispose() => _system?.Dispose();

    private ActorSystem Create()
    {
        try
        {
            return ActorSystem.Create("actorcafe", ActorSystemSetup.Empty.And(new LoggerFactorySetup(log)).And(BootstrapSetup.Create().WithConfig(Hocon())));
        }
        catch (Exception failure) when (Causes(failure).OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(settings.Hostname)}:{settings.Port}");
            throw new NodeFailedException(
                $"the actors can't listen on {address}: {socket.Message}; see --hostname and --port", failure);
        }
    }

    private Config Hocon() => ConfigurationFactory.ParseString($$"""
        akka {
          actor {
            provider = cluster
            # A deployment of the shop may name any of these.
            router.type-mapping {
              shared-queue-pool = "{{NameOf<SharedQueuePool>()}}"
              shortest-queue-pool = "{{NameOf<ShortestQueuePool>()}}"
              round-robin-pool = "{{NameOf<RoundRobinQueuePool>()}}"
              random-pool = "{{NameOf<RandomQueuePool>()}}"
            }
          }
          stdout-loglevel = OFF
          loggers = ["Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting"]
          # On Linux .NET shares a reused port with whoever else listens there; without, it is still free again at once.
          remote.dot-netty.tcp { hostname = "{{settings.Hostname}}", port = {{settings.Port}}, tcp-reuse-addr = off }
          cluster.roles = [{{NodeRoles.Names(settings.Roles)}}]
          coordinated-shutdown { run-by-clr-shutdown-hook = off, exit-clr = off }
        }
        """).WithFallback(ConfigurationFactory.ParseString(settings.Shop.AkkaHocon));

    private static string NameOf<T>() => $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}";

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
            if (failure is AggregateException { InnerExceptions: var several })
            {
                foreach (var cause in several.SelectMany(Causes))
                    yield return cause;
            }
        }
    }
}
