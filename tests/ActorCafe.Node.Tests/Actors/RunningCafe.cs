using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Node.Actors;
using ActorCafe.OrderBook;
using Serilog.Core;

namespace ActorCafe.Node.Tests.Actors;

/// <summary>A node as the command runs it, with a member of a real cluster, on free ports and a folder of its own.</summary>
internal sealed class RunningCafe : IAsyncDisposable
{
    private readonly TempFolder _data;
    private readonly NodeHost _host;
    private readonly CancellationTokenSource _closing = new();
    private readonly Said _output = new();
    private bool _isDisposed;

    private RunningCafe(NodeSettings settings, TempFolder data)
    {
        _data = data;
        // As long as it takes on a busy machine; that a mute collector is not waited for is tested apart.
        var times = new NodeTimes { ToSendTheLast = TimeSpan.FromSeconds(30) };
        _host = new(settings, Logger.None, services => services.AddCafe(settings), times);
        Run = _host.RunAsync(_output, _closing.Token);
    }

    /// <summary>The node's life.</summary>
    public Task Run { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The node's address in the cluster.</summary>
    public Akka.Actor.Address Address { get; private set; } = null!;

    /// <summary>A node that is up.</summary>
    /// <param name="roles">What it does.</param>
    /// <param name="seed">Whom it joins; null: it begins a cluster.</param>
    /// <param name="collector">Where its telemetry goes; null: nowhere.</param>
    /// <param name="port">Its port in the cluster; 0: any.</param>
    /// <param name="knew">The ports of others that it noted in a former life.</param>
    public static async Task<RunningCafe> StartAsync(
        NodeRole[] roles, RunningCafe? seed = null, Uri? collector = null, int port = 0, params IEnumerable<int> knew)
    {
        var data = new TempFolder();
        await File.WriteAllLinesAsync(System.IO.Path.Combine(data.Path, "members"), knew.Select(other => $"{other} 127.0.0.1"));
        var node = new RunningCafe(Settings(roles, seed?.Address, collector, data.Path) with { Port = port }, data);
        await await Task.WhenAny(node._output.First, node.Run);
        node.Client = new HttpClient { BaseAddress = new Uri(node._host.HttpAddress) };
        node.Address = Akka.Actor.Address.Parse((await node._output.First).Split(' ').Single(word => word.StartsWith("akka", StringComparison.Ordinal)).TrimEnd(','));
        return node;
    }

    public static NodeSettings Settings(NodeRole[] roles, Akka.Actor.Address? seed, Uri? collector = null, string data = "") => new()
    {
        Shop = ShopFiles.LoadEmbedded("pipeline.conf", [new Override("--set", "cafe.clock.time-scale=6000"), new Override("--set", "akka.cluster.seed-node-timeout=1s")]).Settings,
        Roles = [.. roles],
        Hostname = "127.0.0.1",
        Port = 0,
        SeedNodes = seed is null ? [] : [new(seed.Host, seed.Port!.Value)],
        DataFolder = data,
        Http = new("127.0.0.1", 0, null),
        Book = new(BookStore.Sqlite, $"Data Source={System.IO.Path.Combine(data, "book.db")}"),
        Telemetry = collector is null ? null : new(collector),
    };

    public Task CloseAsync()
    {
        _closing.Cancel();
        return Run;
    }

    /// <summary>Ends it and all it holds, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        // Whether it ended well is another test's business.
        await CloseAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        await _host.DisposeAsync();
        Client?.Dispose();
        _closing.Dispose();
        _data.Dispose();
    }

    private sealed class Said : StringWriter
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> First => _first.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _first.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
