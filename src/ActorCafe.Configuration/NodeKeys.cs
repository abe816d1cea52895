using System.Collections.Immutable;

namespace ActorCafe.Configuration;

/// <summary>What a configuration says of a cluster's nodes: <c>cafe.book</c> and <c>cafe.cluster</c>.</summary>
public sealed record NodeKeys
{
    /// <summary>The name or address others reach the node by, IPv6 without brackets; <c>auto</c> is the machine's own name.</summary>
    public required string Hostname { get; init; }

    public required int Port { get; init; }

    public required ImmutableArray<HostAndPort> SeedNodes { get; init; }

    /// <summary>The address to listen on, IPv6 without brackets, or <c>localhost</c>.</summary>
    public required string HttpHost { get; init; }

    public required int HttpPort { get; init; }

    /// <summary>Null: none is asked for.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Null: no encryption.</summary>
    public TlsKeys? Tls { get; init; }

    /// <summary>The most replications of sweeps that a node may be set to play side by side.</summary>
    public const int MostInSweep = 1024;

    /// <summary>Replications of sweeps that the node plays side by side, 0 or more; null: as many as it has processors.</summary>
    public int? SweepParallel { get; init; }

    /// <summary>Where an OpenTelemetry collector listens; null: nothing is sent.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    public required BookKeys Book { get; init; }
}

/// <param name="Store"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Connection">The connection string; null where none is written.</param>
public sealed record BookKeys(Written Store, Written? Connection);

/// <param name="Certificate">A path, from the current folder.</param>
/// <param name="Password">The password of that file.</param>
/// <param name="Authority">A path, from the current folder.</param>
public sealed record TlsKeys(Written Certificate, Written Password, Written Authority);

/// <summary>A text with the place it was written at, for what is judged later: a file that has to exist, say.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">The file, option or variable.</param>
/// <param name="Key">The key.</param>
public sealed record Written(string Text, string Source, string Key)
{
    public InputException Error(string problem, string remedy) => new(Source, Key, problem, remedy);
}
