using System.Collections.Immutable;

namespace ActorCafe.Configuration;

/// <summary>The settings of a cluster's nodes: <c>cafe.book</c> and <c>cafe.cluster</c>.</summary>
internal sealed record NodeKeys
{
    /// <summary>The name or address by which others reach the node, IPv6 without brackets; <c>auto</c> is the machine's own name.</summary>
    public required string Hostname { get; init; }

    public required int Port { get; init; }

    /// <summary><c>seed-nodes</c> or <c>kubernetes</c>.</summary>
    public required SourcedText Discovery { get; init; }

    public required ImmutableArray<HostAndPort> SeedNodes { get; init; }

    /// <summary>The address to listen on, IPv6 without brackets, or <c>localhost</c>.</summary>
    public required string HttpHost { get; init; }

    public required int HttpPort { get; init; }

    /// <summary>The port of the probes; 0: any free port. Not <see cref="HttpPort"/>, unless both are 0.</summary>
    public required int ManagementPort { get; init; }

    /// <summary>Null: none is required.</summary>
    public string? ApiKey { get; init; }

    /// <summary><c>fast</c> or <c>shared</c>.</summary>
    public required string Detection { get; init; }

    /// <summary>Null: no encryption.</summary>
    public TlsKeys? Tls { get; init; }

    /// <summary>Whether a front serves the page that shows it at work.</summary>
    public bool Floor { get; init; }

    /// <summary>The upper limit of <see cref="SweepParallel"/>.</summary>
    public const int MostInSweep = 1024;

    /// <summary>Sweep replications that the node runs in parallel, 0 or more; null: one per processor.</summary>
    public int? SweepParallel { get; init; }

    /// <summary>Address of an OpenTelemetry collector; null: no telemetry.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    public required BookKeys Book { get; init; }
}

/// <param name="Store"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Connection">The connection string; null if none is given.</param>
/// <param name="MaxOpen">The number of open orders above which new ones are refused; at least 1.</param>
internal sealed record BookKeys(SourcedText Store, SourcedText? Connection, long MaxOpen);

/// <param name="Certificate">A path, relative to the current folder.</param>
/// <param name="Password">The password of the certificate file.</param>
/// <param name="Authority">A path, relative to the current folder.</param>
internal sealed record TlsKeys(SourcedText Certificate, SourcedText Password, SourcedText Authority);

/// <summary>A text and its origin, for values that are validated later, such as files that must exist.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">The file, option or variable.</param>
/// <param name="Key">The key.</param>
internal sealed record SourcedText(string Text, string Source, string Key)
{
    public InputException Error(string problem, string remedy) => new(Source, Key, problem, remedy);
}
