using System.Collections.Immutable;
using ActorCafe.OrderBook;
using ActorCafe.Remoting.Tls;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Settings;

/// <summary>What a node of the cluster is started with; read once and validated.</summary>
public sealed record NodeSettings
{
    /// <summary>The shop, the same on every node; its clock is the real one, whatever its mode says.</summary>
    public required ShopSettings Shop { get; init; }

    /// <summary>What the node does; at least one.</summary>
    public required ImmutableArray<NodeRole> Roles { get; init; }

    /// <summary>The name or address others reach the node by; IPv6 without brackets, as Akka binds to it.</summary>
    public required string Hostname { get; init; }

    /// <summary>The port of the actors; 0 is any free one.</summary>
    public required int Port { get; init; }

    /// <summary>Where to join; none: the node begins a cluster of its own.</summary>
    public ImmutableArray<SeedNode> SeedNodes { get; init; } = [];

    /// <summary>A folder of the node's own, for the order book.</summary>
    public required string DataFolder { get; init; }

    public required HttpSettings Http { get; init; }

    public required BookSettings Book { get; init; }

    /// <summary>Encryption and mutual authentication between nodes; null: neither.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Where traces and metrics go; null: nowhere.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Replications of sweeps that the node plays side by side; 0: none.</summary>
    public int SweepParallel { get; init; } = Environment.ProcessorCount;
}

/// <summary>What a node does in the cluster.</summary>
public enum NodeRole
{
    /// <summary>Customers, waiters, the pick-up counter and the order book.</summary>
    Front,

    /// <summary>Lends its hands to the grinder stages.</summary>
    Grinder,

    /// <summary>Holds coffee machines.</summary>
    Machine,

    /// <summary>Keeps the membership only: a place to join at that is never scaled away.</summary>
    Seed,

    /// <summary>Has others play a sweep, and does nothing for the café.</summary>
    Sweep,
}

/// <param name="Host">A name or an address; IPv6 in brackets, as it stands in Akka's addresses.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record SeedNode(string Host, int Port)
{
    /// <summary>The node's address in the cluster that <paramref name="self"/> is an address in, or is to be.</summary>
    public Address AddressBeside(Address self) => new(self.Protocol, self.System, Host, Port);
}

/// <param name="Host">The address to listen on.</param>
/// <param name="Port">The port to listen on; 0 is any free one.</param>
/// <param name="ApiKey">What a client of the orders must show; null: nothing.</param>
public sealed record HttpSettings(string Host, int Port, string? ApiKey);

/// <param name="Endpoint">Where an OpenTelemetry collector listens (OTLP).</param>
public sealed record TelemetrySettings(Uri Endpoint);
