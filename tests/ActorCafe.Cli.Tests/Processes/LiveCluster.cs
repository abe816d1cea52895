using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A cluster as its live floor tells it.</summary>
internal sealed class LiveCluster : IDisposable
{
    private readonly FactReader _reader;
    private readonly TimeSpan _patience;
    private readonly Dictionary<string, string> _nodes = [];
    private JsonElement _levels;

    private LiveCluster(FactReader reader, TimeSpan patience) => (_reader, _patience) = (reader, patience);

    /// <summary>The id of the front's run.</summary>
    public string Run { get; private set; } = "";

    /// <summary>The node of each coffee machine; null: it is on none.</summary>
    public Dictionary<string, string?> Machines { get; } = [];

    public long Served => _levels.GetProperty("served").GetInt64();

    public long Pending => _levels.GetProperty("pending").GetInt64();

    public long SecondCoffees => _levels.GetProperty("secondCoffees").GetInt64();

    /// <param name="reader">The stream.</param>
    /// <param name="patience">How long to wait for anything.</param>
    public static async Task<LiveCluster> ReadAsync(FactReader reader, TimeSpan patience)
    {
        var live = new LiveCluster(reader, patience);
        await live.UntilAsync(() => live.Run.Length > 0);
        return live;
    }

    public string? Status(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>Reads until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!isSo())
        {
            Take(await _reader.NextAsync(levels: true).WaitAsync(limit.Token));
        }
    }

    /// <summary>Whether the stream ends.</summary>
    public Task<bool> EndsAsync() => _reader.EndsAsync();

    public void Dispose() => _reader.Dispose();

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
