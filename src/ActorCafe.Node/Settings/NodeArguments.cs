using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>The command line of a node, as given: nothing is checked yet.</summary>
public sealed record NodeArguments
{
    /// <summary>None: the essay's pipeline.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public string? Hostname { get; init; }

    public string? Port { get; init; }

    public IReadOnlyList<string> SeedNodes { get; init; } = [];

    public string? HttpHost { get; init; }

    public string? HttpPort { get; init; }

    public string? Data { get; init; }

    /// <summary><c>--set</c>, <c>--pool</c> and <c>--seed</c>.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];
}
