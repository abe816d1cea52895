using System.Collections.Immutable;
using ActorCafe.OrderBook;
using ActorCafe.Remoting.Tls;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Settings;

/// <summary>The settings of a cluster node; read once and validated.</summary>
public sealed record NodeSettings
{
    /// <summary>The shop, the same on every node. Its clock is always real, whatever its mode says.</summary>
    public required ShopSettings Shop { get; init; }

    /// <summary>The node's roles; at least one.</summary>
    public required ImmutableArray<NodeRole> Roles { get; init; }

    /// <summary>The host name or address that other nodes use; IPv6 without brackets, because Akka binds to it.</summary>
    public required string Hostname { get; init; }

    /// <summary>The port of the actors; 0: any free port.</summary>
    public required int Port { get; init; }

    /// <summary>How the node finds the others.</summary>
    public ClusterDiscovery Discovery { get; init; }

    /// <summary>The nodes to join; empty: the node forms its own cluster, unless it finds the others in another way.</summary>
    public ImmutableArray<SeedNode> SeedNodes { get; init; } = [];

    /// <summary>The node's own folder, for the order book and the known members.</summary>
    public required string DataFolder { get; init; }

    public required HttpSettings Http { get; init; }

    public required BookSettings Book { get; init; }

    /// <summary>Encryption and mutual authentication between nodes; null: neither.</summary>
    public TlsSettings? Tls { get; init; }

    public FailureDetection Detection { get; init; }

    /// <summary>Where traces and metrics go; null: nowhere.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Whether a front shows what happens there, on a page.</summary>
    internal bool HasFloor { get; init; }

    /// <summary>How many replications of sweeps the node runs at once; 0: none.</summary>
    internal int SweepParallel { get; init; } = Environment.ProcessorCount;
}

/// <summary>What a node does in the cluster.</summary>
public enum NodeRole
{
    /// <summary>Customers, waiters, the pick-up counter and the order book.</summary>
    Front,

    /// <summary>Hosts workers of the grinder stages.</summary>
    Grinder,

    /// <summary>Hosts coffee machines.</summary>
    Machine,

    /// <summary>Only maintains membership: a stable node to join, never scaled away.</summary>
    Seed,

    /// <summary>Lets other nodes run a sweep and does nothing for the café.</summary>
    Sweep,
}

/// <summary>How a node finds the others.</summary>
public enum ClusterDiscovery
{
    /// <summary>It asks the seed nodes, and the members that it knew before.</summary>
    SeedNodes,

    /// <summary>It asks the Kubernetes API for pods.</summary>
    Kubernetes,
}

/// <param name="Host">A host name or an address; IPv6 in brackets, as in Akka's addresses.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record SeedNode(string Host, int Port)
{
    /// <summary>The node's address in the cluster of <paramref name="self"/>.</summary>
    internal Address AddressBeside(Address self) => new(self.Protocol, self.System, Host, Port);
}

/// <param name="Host">The address to listen on.</param>
/// <param name="Port">The port to listen on; 0: any free port.</param>
/// <param name="ApiKey">The API key that clients of the orders API must send; null: none.</param>
public sealed record HttpSettings(string Host, int Port, string? ApiKey)
{
    /// <summary>The port of the probes alone, which customers cannot exhaust; 0: any free port.</summary>
    public int ManagementPort { get; init; }
}

/// <summary>How fast a node is taken for lost.</summary>
public enum FailureDetection
{
    /// <summary>After seconds: for machines whose processors are the café's own.</summary>
    Fast,

    /// <summary>As Akka advises for busy or virtual machines: slower, and less often wrong.</summary>
    Shared,
}

/// <param name="Endpoint">The endpoint of an OpenTelemetry collector (OTLP).</param>
public sealed record TelemetrySettings(Uri Endpoint);
