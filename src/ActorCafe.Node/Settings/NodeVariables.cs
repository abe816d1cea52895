using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>The environment variables of a node. One without a value counts as missing, since compose passes those on.</summary>
public sealed class NodeVariables
{
    public const string Roles = "CAFE_ROLES";
    public const string Hostname = "CAFE_HOSTNAME";
    public const string Port = "CAFE_PORT";
    public const string Discovery = "CAFE_DISCOVERY";
    public const string Detection = "CAFE_DETECTION";
    public const string SeedNodes = "CAFE_SEED_NODES";
    public const string HttpHost = "CAFE_HTTP_HOST";
    public const string HttpPort = "CAFE_HTTP_PORT";
    public const string ManagementPort = "CAFE_MANAGEMENT_PORT";
    public const string Data = "CAFE_DATA";
    public const string Pools = "CAFE_POOLS";
    public const string BookStore = "CAFE_BOOK_STORE";
    public const string BookConnection = "CAFE_BOOK_CONNECTION";
    public const string ApiKey = "CAFE_API_KEY";
    public const string SweepParallel = "CAFE_SWEEP_PARALLEL";

    /// <summary>Prefix of variables that set Akka's keys.</summary>
    public const string AkkaPrefix = "AKKA__";

    private const string OwnPrefix = "CAFE_";

    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <exception cref="InputException">A variable is misspelled.</exception>
    public NodeVariables(IReadOnlyDictionary<string, string> environment)
    {
        _environment = environment;
        CheckSpelling();
    }

    /// <summary>All variables of ActorCafe.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [Roles, Hostname, Port, Discovery, Detection, SeedNodes, HttpHost, HttpPort, ManagementPort, Data, Pools, BookStore, BookConnection, ApiKey, SweepParallel];

    /// <summary>Whether a node reads a variable.</summary>
    public static bool Reads(string name) => Known.Contains(name) || name.StartsWith(AkkaPrefix, StringComparison.Ordinal);

    public string? Find(string name) => _environment.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>A comma-separated list.</summary>
    public IReadOnlyList<string> List(string name) =>
        Find(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The keys that variables set; ActorCafe's override Akka's.</summary>
    /// <exception cref="InputException">A variable does not name a key.</exception>
    internal IReadOnlyList<KeyOverride> Keys() =>
    [
        .. Akka(),
        .. List(Pools).Select(Pool),
        .. Plain(Hostname, NodeKeyPaths.Hostname),
        .. Plain(Port, NodeKeyPaths.Port),
        .. Plain(Discovery, NodeKeyPaths.Discovery),
        .. Plain(Detection, NodeKeyPaths.Detection),
        .. List(SeedNodes) is { Count: > 0 } seeds ? [KeyOverride.Texts(SeedNodes, NodeKeyPaths.SeedNodes, seeds)] : Array.Empty<KeyOverride>(),
        .. Plain(HttpHost, NodeKeyPaths.HttpHost),
        .. Plain(HttpPort, NodeKeyPaths.HttpPort),
        .. Plain(ManagementPort, NodeKeyPaths.ManagementPort),
        .. Plain(BookStore, NodeKeyPaths.BookStore),
        .. Secret(BookConnection, NodeKeyPaths.BookConnection),
        .. Secret(ApiKey, NodeKeyPaths.ApiKey),
        .. Plain(SweepParallel, NodeKeyPaths.SweepParallel),
    ];

    private IEnumerable<KeyOverride> Plain(string name, string[] path) =>
        Find(name) is { } value ? [KeyOverride.Text(name, path, value, given: value)] : [];

    private IEnumerable<KeyOverride> Secret(string name, string[] path) =>
        Find(name) is { } value ? [KeyOverride.Text(name, path, value, given: null)] : [];

    // In order of their names, so that contradictions are resolved the same way everywhere.
    private IEnumerable<KeyOverride> Akka() => _environment.Keys
        .Where(name => name.StartsWith(AkkaPrefix, StringComparison.Ordinal) && Find(name) is not null)
        .Order(StringComparer.Ordinal)
        .Select(name => KeyOverride.Hocon(name, AkkaPath(name), _environment[name]));

    /// <summary>Two underscores separate keys, one means a dash.</summary>
    private static string[] AkkaPath(string name)
    {
        var keys = name.Split("__").Select(key => key.Replace('_', '-').ToLowerInvariant()).ToArray();
        return keys.All(key => key.Trim('-').Length > 0) ? keys
            : throw new InputException(name, "key", "a part of the key is empty", "write AKKA__A__B_C for akka.a.b-c");
    }

    private static KeyOverride Pool(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } stage, var workers] ? KeyOverride.Text(Pools, NodeKeyPaths.Pool(stage), workers, given: text)
            : throw new InputException(Pools, text, "no number of workers is assigned to a stage", "write STAGE=N,STAGE=N");
    }

    // An orchestrator may set unrelated variables with the same prefix, so only misspelled ones are rejected.
    private void CheckSpelling()
    {
        foreach (var name in _environment.Keys.Where(name => name.StartsWith(OwnPrefix, StringComparison.Ordinal) && !Known.Contains(name)).Order(StringComparer.Ordinal))
        {
            if (DidYouMean.Suggest(name[OwnPrefix.Length..], Known.Select(known => known[OwnPrefix.Length..])) is { } near)
            {
                throw new InputException(name, "variable", "a node reads no such variable", $"did you mean {OwnPrefix}{near}?");
            }
        }
    }
}

/// <summary>The keys that options and variables of a node set.</summary>
internal static class NodeKeyPaths
{
    public static readonly string[] Hostname = ["cafe", "cluster", "hostname"];
    public static readonly string[] Port = ["cafe", "cluster", "port"];
    public static readonly string[] Discovery = ["cafe", "cluster", "discovery"];
    public static readonly string[] Detection = ["cafe", "cluster", "detection"];
    public static readonly string[] SeedNodes = ["cafe", "cluster", "seed-nodes"];
    public static readonly string[] HttpHost = ["cafe", "cluster", "http", "host"];
    public static readonly string[] HttpPort = ["cafe", "cluster", "http", "port"];
    public static readonly string[] ManagementPort = ["cafe", "cluster", "management", "http-port"];
    public static readonly string[] ApiKey = ["cafe", "cluster", "http", "api-key"];
    public static readonly string[] SweepParallel = ["cafe", "cluster", "sweep", "parallel"];
    public static readonly string[] BookStore = ["cafe", "book", "store"];
    public static readonly string[] BookConnection = ["cafe", "book", "connection"];

    public static string[] Pool(string stage) => ["akka", "actor", "deployment", $"/cafe/{stage}", "nr-of-instances"];
}
