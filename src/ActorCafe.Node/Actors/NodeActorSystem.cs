using System.Globalization;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Wire;
using ActorCafe.Configuration;
using ActorCafe.Remoting.Tls;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace ActorCafe.Node.Actors;

/// <summary>Creates the actor system of a cluster member. The hardening of the wire overrides whatever a file says.</summary>
internal static class NodeActorSystem
{
    /// <param name="settings">The settings of the node.</param>
    /// <param name="book">The id of its order book; null if it is no front.</param>
    /// <exception cref="NodeFailedException">The address cannot be bound.</exception>
    /// <exception cref="TlsException">The certificates are not usable.</exception>
    public static ActorSystem Create(NodeSettings settings, string? book)
    {
        var tls = MutualTls.Configure(settings.Tls);
        var hocon = ConfigurationFactory.ParseString(WireHocon.Text)
            .WithFallback(ConfigurationFactory.ParseString("""
                akka {
                  stdout-loglevel = OFF
                  loggers = ["Akka.Logger.Serilog.SerilogLogger, Akka.Logger.Serilog"]
                  logger-formatter = "Akka.Logger.Serilog.SerilogLogMessageFormatter, Akka.Logger.Serilog"
                }
                """))
            .WithFallback(ConfigurationFactory.ParseString(tls.Hocon))
            .WithFallback(ConfigurationFactory.ParseString(ClusterHocon.Of(settings, book)));
        if (settings.Discovery == ClusterDiscovery.Kubernetes)
        {
            hocon = hocon.WithFallback(PodBootstrap.Defaults(settings));
        }

        try
        {
            return ActorSystem.Create("actorcafe", tls.Setup.And(BootstrapSetup.Create().WithConfig(hocon)));
        }
        catch (Exception failure) when (Causes(failure).OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(settings.Hostname)}:{settings.Port}");
            throw new NodeFailedException($"the actors can't listen on {address}: {socket.Message}; see --hostname and --port", failure);
        }
    }

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
            if (failure is AggregateException { InnerExceptions: var several })
            {
                foreach (var cause in several.SelectMany(Causes))
                {
                    yield return cause;
                }
            }
        }
    }
}
