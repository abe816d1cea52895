using System.Net.Http.Json;

namespace ActorCafe.Faults.Tests;

/// <summary>A café of processes on loopback, seen from outside alone: by HTTP, by signals, and by its book.</summary>
internal sealed class Cafe : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _folder = Directory.CreateTempSubdirectory("cafe-").FullName;
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly List<Node> _all = [];
    private readonly long _seed;
    private readonly string? _frontData;

    /// <param name="seed">The seed of the shop's draws.</param>
    /// <param name="frontData">The front's data folder; null: one of the café's own.</param>
    public Cafe(long seed, string? frontData = null)
    {
        _seed = seed;
        _frontData = frontData;
    }

    /// <summary>The nodes it opens with; the front first, where all others join.</summary>
    public static IReadOnlyList<string> Names { get; } = ["front", "seed", "grinder-1", "grinder-2", "machine-1", "machine-2", "machine-3"];

    public Node this[string name] => _nodes[name];

    public Uri Orders => new($"http://127.0.0.1:{_nodes["front"].HttpPort}/orders");

    public Book Book => new(Path.Combine(DataOf("front"), "book.db"));

    /// <summary>A front, a seed, two nodes of grinders and three of machines.</summary>
    public static async Task<Cafe> OpenAsync(long seed, string? frontData = null)
    {
        var cafe = new Cafe(seed, frontData);
        await cafe.StartAsync([.. Names]);
        await cafe.MachinesStandAsync();
        return cafe;
    }

    /// <summary>Starts nodes by name, one that was there before at its old place; returns when they are up.</summary>
    public async Task StartAsync(params string[] names)
    {
        foreach (var name in names)
        {
            var before = _nodes.GetValueOrDefault(name);
            var port = before?.Port ?? Ports.Free();
            var seedNode = name == "front" ? [] : new[] { "--seed-node", $"127.0.0.1:{_nodes["front"].Port}" };
            _nodes[name] = new Node(name.Split('-')[0], port, before?.HttpPort ?? Ports.Free(), DataOf(name), [.. seedNode, "--seed", $"{_seed}"]);
            _all.Add(_nodes[name]);
        }

        await Task.WhenAll(names.Select(name => _nodes[name].UpAsync()));
    }

    public async Task<StatusOfCafe?> StatusAsync()
    {
        try
        {
            return await _http.GetFromJsonAsync<StatusOfCafe>(new Uri(Orders, "/status"));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Ends when every machine stands on a living node and they are evenly spread.</summary>
    public Task MachinesStandAsync(params string[] gone) => Until.TrueAsync(async () =>
    {
        var lost = gone.Select(name => _nodes[name].Address).ToHashSet();
        var nodes = (await StatusAsync())?.Machines.Select(machine => machine.Node).ToArray() ?? [null];
        var perNode = nodes.GroupBy(node => node).Select(group => group.Count()).ToArray();
        var living = _nodes.Where(node => node.Key.StartsWith("machine", StringComparison.Ordinal) && !gone.Contains(node.Key)).Count();
        return nodes.All(node => node is not null && !lost.Contains(node)) && perNode.Length == living && perNode.Max() - perNode.Min() <= 1;
    }, "all machines stand, evenly spread", TimeSpan.FromSeconds(60));

    /// <summary>Ends when nothing is pending.</summary>
    public Task ServedAsync(long orders) => Until.TrueAsync(
        async () => await StatusAsync() is { Orders: { Pending: 0 } counts } && counts.Accepted >= orders, "nothing is pending", TimeSpan.FromSeconds(90));

    /// <summary>What the nodes have said, for whoever looks for what went wrong.</summary>
    public string Said() => string.Join('\n', _all);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _all)
        {
            if (!node.HasEnded)
                node.Signal(Signals.Kill);
        }

        foreach (var node in _all)
        {
            await node.EndAsync(TimeSpan.FromSeconds(10));
            node.Dispose();
        }

        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string DataOf(string name) => name == "front" && _frontData is not null ? _frontData : Path.Combine(_folder, name);
}

internal sealed record StatusOfCafe(StatusOfMember[] Members, StatusOfOrders Orders, StatusOfMachine[] Machines);

internal sealed record StatusOfMember(string Address, string[] Roles, string Status);

internal sealed record StatusOfOrders(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record StatusOfMachine(string Id, string? Node, long Served);
