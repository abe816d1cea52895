using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Node.Settings;

/// <summary>The environment variables that a node reads. One without a value counts as not there: compose passes such on.</summary>
public sealed class NodeVariables
{
    public const string Roles = "CAFE_ROLES";
    public const string Hostname = "CAFE_HOSTNAME";
    public const string Port = "CAFE_PORT";
    public const string SeedNodes = "CAFE_SEED_NODES";
    public const string HttpHost = "CAFE_HTTP_HOST";
    public const string HttpPort = "CAFE_HTTP_PORT";
    public const string Data = "CAFE_DATA";
    public const string Pools = "CAFE_POOLS";
    public const string BookStore = "CAFE_BOOK_STORE";
    public const string BookConnection = "CAFE_BOOK_CONNECTION";
    public const string ApiKey = "CAFE_API_KEY";
    public const string SweepParallel = "CAFE_SWEEP_PARALLEL";

    /// <summary>What the name of a variable begins with that stands for a key of Akka's.</summary>
    public const string AkkaPrefix = "AKKA__";

    private const string OwnPrefix = "CAFE_";

    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <exception cref="InputException">A variable is nearly one that a node reads.</exception>
    public NodeVariables(IReadOnlyDictionary<string, string> environment)
    {
        _environment = environment;
        CheckSpelling();
    }

    /// <summary>Every variable of ours.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [Roles, Hostname, Port, SeedNodes, HttpHost, HttpPort, Data, Pools, BookStore, BookConnection, ApiKey, SweepParallel];

    /// <summary>Whether a node reads the variable of this name.</summary>
    public static bool Reads(string name) => Known.Contains(name) || name.StartsWith(AkkaPrefix, StringComparison.Ordinal);

    public string? Find(string name) => _environment.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>A list by comma.</summary>
    public IReadOnlyList<string> List(string name) =>
        Find(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The keys that variables set, ours over Akka's.</summary>
    /// <exception cref="InputException">A variable stands for no key.</exception>
    public IReadOnlyList<GivenKey> Keys() =>
    [
        .. Akka(),
        .. List(Pools).Select(Pool),
        .. Plain(Hostname, NodePaths.Hostname),
        .. Plain(Port, NodePaths.Port),
        .. List(SeedNodes) is { Count: > 0 } seeds ? [GivenKey.Texts(SeedNodes, NodePaths.SeedNodes, seeds)] : Array.Empty<GivenKey>(),
        .. Plain(HttpHost, NodePaths.HttpHost),
        .. Plain(HttpPort, NodePaths.HttpPort),
        .. Plain(BookStore, NodePaths.BookStore),
        .. Secret(BookConnection, NodePaths.BookConnection),
        .. Secret(ApiKey, NodePaths.ApiKey),
        .. Plain(SweepParallel, NodePaths.SweepParallel),
    ];

    private IEnumerable<GivenKey> Plain(string name, string[] path) =>
        Find(name) is { } value ? [GivenKey.Text(name, path, value, given: value)] : [];

    private IEnumerable<GivenKey> Secret(string name, string[] path) =>
        Find(name) is { } value ? [GivenKey.Text(name, path, value, given: null)] : [];

    // In the order of their names, so that two that contradict each other do so the same way everywhere.
    private IEnumerable<GivenKey> Akka() => _environment.Keys
        .Where(name => name.StartsWith(AkkaPrefix, StringComparison.Ordinal) && Find(name) is not null)
        .Order(StringComparer.Ordinal)
        .Select(name => GivenKey.Hocon(name, AkkaPath(name), _environment[name]));

    /// <summary>Two underscores part the keys, one stands for a dash.</summary>
    private static string[] AkkaPath(string name)
    {
        var keys = name.Split("__").Select(key => key.Replace('_', '-').ToLowerInvariant()).ToArray();
        return keys.All(key => key.Trim('-').Length > 0) ? keys
            : throw new InputException(name, "key", "a part of the key is empty", "write AKKA__A__B_C for akka.a.b-c");
    }

    private static GivenKey Pool(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } stage, var workers] ? GivenKey.Text(Pools, NodePaths.Pool(stage), workers, given: text)
            : throw new InputException(Pools, text, "no number of workers is assigned to a stage", "write STAGE=N,STAGE=N as in grinder=16,machine=24");
    }

    // An orchestrator may set variables that begin like ours and are none of our business; a slip of the pen is.
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
