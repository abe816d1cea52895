using System.Net;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace ActorCafe.Remoting.Tests;

/// <summary>Actor systems in this process that reach each other over loopback only.</summary>
internal static class Nodes
{
    private static readonly Config Loopback = ConfigurationFactory.ParseString("""
        akka {
          stdout-loglevel = off
          loglevel = warning
          loggers = []
          log-dead-letters = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          actor.provider = remote
          test.single-expect-default = 30s
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        }
        """);

    private static readonly Config Hardening = ConfigurationFactory.ParseString(
        HardenedRemoting.Hocon + HardenedRemoting.Serializer<GreetingSerializer, Greeting>("greeting", GreetingSerializer.Id));

    /// <summary>A hardened node; a test may add settings below the hardening.</summary>
    public static Config Hardened(string hocon = "") => Hardening.WithFallback(Plain(hocon));

    /// <summary>Akka with its defaults.</summary>
    public static Config Plain(string hocon = "") => ConfigurationFactory.ParseString(hocon).WithFallback(Loopback);

    public static ActorSystem Start(Config config, Setup? setup = null)
    {
        var all = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));
        return ActorSystem.Create("cafe", setup is null ? all : all.And(setup));
    }

    public static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    public static ActorSelection Select(ActorSystem from, ActorSystem to, string path) => from.ActorSelection($"{AddressOf(to)}{path}");

    public static IPEndPoint EndpointOf(ActorSystem system) => new(IPAddress.Loopback, AddressOf(system).Port!.Value);
}
