using System.Text;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.OrderBook;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace ActorCafe.Node.Tests;

/// <summary>A node on a free port of this machine, with actors controlled by the test.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private readonly NodeHost _host;
    private readonly CancellationTokenSource _closing = new();
    private readonly Line _output = new();

    private RunningNode(NodeSettings settings, FakeActors actors, NodeTimeouts? times)
    {
        Actors = actors;
        _host = new(settings, Logger.None, services => services.AddSingleton<INodeActors>(given =>
        {
            actors.Watcher = given.GetService<IFrontWatcher>();
            return actors;
        }), times);
        Run = _host.RunAsync(_output, _closing.Token);
    }

    public FakeActors Actors { get; }

    public FakeFront Front => (FakeFront)Actors.Front!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A client of the management port.</summary>
    public HttpClient Probe { get; private set; } = null!;

    /// <summary>Completes when the node ends.</summary>
    public Task Run { get; }

    public string Output => _output.ToString();

    public Uri Address => new(_host.HttpAddress);

    public Uri ManagementAddress => new(_host.ManagementAddress);

    public static NodeSettings Settings(NodeRole role = NodeRole.Front, string? apiKey = null, int port = 0) => new()
    {
        Shop = ShopFiles.LoadEmbedded("pipeline.conf", []).Settings,
        Roles = [role],
        Hostname = "127.0.0.1",
        Port = 0,
        DataFolder = "/nowhere",
        Http = new("127.0.0.1", port, apiKey),
        Book = new(BookStore.Sqlite, "Data Source=/nowhere/book.db"),
    };

    /// <summary>Starts a node; completes when its HTTP is bound.</summary>
    public static async Task<RunningNode> StartAsync(NodeSettings? settings = null, FakeActors? actors = null, NodeTimeouts? times = null)
    {
        actors ??= new FakeActors();
        var bound = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = actors.OnStart;
        actors.OnStart = cancellation =>
        {
            bound.TrySetResult();
            return start(cancellation);
        };
        var node = new RunningNode(settings ?? Settings(), actors, times);
        await await Task.WhenAny(bound.Task, node.Run);
        node.Client = new HttpClient { BaseAddress = node.Address };
        node.Probe = new HttpClient { BaseAddress = node.ManagementAddress };
        return node;
    }

    /// <summary>Completes when the node reports that it is up.</summary>
    public Task UpAsync() => _output.Written;

    public void Close() => _closing.Cancel();

    public Task<HttpResponseMessage> PlaceAsync(string json, string mediaType = "application/json") =>
        Client.PostAsync("/orders", new StringContent(json, Encoding.UTF8, mediaType));

    public async ValueTask DisposeAsync()
    {
        Close();
        // Other tests check whether it ended well.
        await Run.ContinueWith(_ => { }, TaskScheduler.Default);
        Client?.Dispose();
        Probe?.Dispose();
        await _host.DisposeAsync();
        _closing.Dispose();
    }

    private sealed class Line : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _written.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
