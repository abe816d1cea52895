using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A cluster as its live floor tells it.</summary>
internal sealed partial class LiveCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FactReader _reader;
    private readonly Dictionary<string, string> _nodes = [];
    private JsonElement _levels;

    private LiveCluster(FactReader reader) => _reader = reader;

    /// <summary>The id of the front's run.</summary>
    public string Run { get; private set; } = "";

    /// <summary>The node of each coffee machine; null: it is on none.</summary>
    public Dictionary<string, string?> Machines { get; } = [];

    public long Served => _levels.GetProperty("served").GetInt64();

    public long Pending => _levels.GetProperty("pending").GetInt64();

    public long SecondCoffees => _levels.GetProperty("secondCoffees").GetInt64();

    /// <summary>Starts a cluster with a page and two machine nodes.</summary>
    public static CafeProcess Start(TempFolder folder) => CafeProcess.Start(
        folder, "cluster", "--floor", "--http-port", "0", "--machines", "2", "--data", "book", "--set", "cafe.clock.time-scale=100", "--pool", "machine=4", "--pool", "grinder=4", "--pool", "waiter=2");

    /// <summary>The address of its page, with the key of this start as the fragment.</summary>
    public static async Task<Uri> FloorOfAsync(CafeProcess cluster) => new(Floor().Match(await cluster.FirstLineAsync()).Groups["address"].Value);

    /// <summary>Watches what the front tells, as soon as there is one.</summary>
    public static async Task<LiveCluster> OpenAsync(HttpClient client)
    {
        FactReader? reader = null;
        await Eventually.TrueAsync(async () => (reader = await FactReader.TryOpenAsync(client, "/floor/facts")) is not null);
        var live = new LiveCluster(reader!);
        await live.UntilAsync(() => live.Run.Length > 0);
        return live;
    }

    public string? Status(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>Reads until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            Take(await _reader.NextAsync(levels: true).WaitAsync(limit.Token));
        }
    }

    /// <summary>Whether the stream ends.</summary>
    public Task<bool> EndsAsync() => _reader.EndsAsync();

    public void Dispose() => _reader.Dispose();

    [GeneratedRegex("^floor: (?<address>http://127\\.0\\.0\\.1:[0-9]+/floor#key=[0-9a-f]+) ")]
    private static partial Regex Floor();

    private void Take(FactMessage message)
    {
        var data = message.Data;
        switch (message.Kind)
        {
            case "scene":
                Run = data.GetProperty("run").GetString()!;
                _levels = data.GetProperty("levels");
                data.GetProperty("nodes").EnumerateArray().ToList().ForEach(TakeNode);
                data.GetProperty("machines").EnumerateArray().ToList().ForEach(TakeMachine);
                break;
            case "node":
                TakeNode(data);
                break;
            case "machine":
                TakeMachine(data);
                break;
            case "levels":
                _levels = data;
                break;
        }
    }

    private void TakeNode(JsonElement node) => _nodes[node.GetProperty("address").GetString()!] = node.GetProperty("status").GetString()!;

    private void TakeMachine(JsonElement machine) => Machines[machine.GetProperty("id").GetString()!] = machine.GetProperty("node").GetString();
}
