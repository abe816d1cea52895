using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Wire;
using ActorCafe.Configuration;
using ActorCafe.Node.Actors;
using ActorCafe.OrderBook;
using Akka.Configuration;
using Serilog.Core;

namespace ActorCafe.Node.Tests.Actors;

/// <summary>A node as the command runs it, a member of a real cluster, with free ports and a temporary folder.</summary>
internal sealed class RunningMember : IAsyncDisposable
{
    private readonly TempFolder _data;
    private readonly NodeHost _host;
    private readonly CancellationTokenSource _closing = new();
    private readonly FirstLineWriter _output = new();
    private bool _isDisposed;

    private RunningMember(NodeSettings settings, TempFolder data)
    {
        _data = data;
        // Generous for busy machines; another test covers the limit for an unresponsive collector.
        var times = new NodeTimeouts { FlushTelemetry = TimeSpan.FromSeconds(30) };
        _host = new(settings, Logger.None, services => services.AddCafe(settings), times);
        Run = _host.RunAsync(_output, _closing.Token);
    }

    /// <summary>Completes when the node ends.</summary>
    public Task Run { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The node's address in the cluster.</summary>
    public Akka.Actor.Address Address { get; private set; } = null!;

    /// <summary>Starts a node; completes when it is up.</summary>
    /// <param name="roles">Its roles.</param>
    /// <param name="seed">The node to join; null: starts a cluster.</param>
    /// <param name="collector">The telemetry collector; null: none.</param>
    /// <param name="port">Its port in the cluster; 0: any free one.</param>
    /// <param name="change">Changes its settings.</param>
    /// <param name="knew">The ports of members that it noted in an earlier run.</param>
    public static async Task<RunningMember> StartAsync(
        NodeRole[] roles, RunningMember? seed = null, Uri? collector = null, int port = 0, Func<NodeSettings, NodeSettings>? change = null, params IEnumerable<int> knew)
    {
        var data = new TempFolder();
        await File.WriteAllLinesAsync(System.IO.Path.Combine(data.Path, "members"), knew.Select(other => $"{other} 127.0.0.1"));
        var settings = Settings(roles, seed?.Address, collector, data.Path) with { Port = port };
        var node = new RunningMember(change?.Invoke(settings) ?? settings, data);
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

    /// <summary>Another actor system that speaks the cluster's wire format, a member of no cluster yet.</summary>
    public static Akka.Actor.ActorSystem Other() => Akka.Actor.ActorSystem.Create("actorcafe", ConfigurationFactory.ParseString(WireHocon.Text)
        .WithFallback(ConfigurationFactory.ParseString(ClusterHocon.Of(Settings([NodeRole.Seed], null)))));

    public Task CloseAsync()
    {
        _closing.Cancel();
        return Run;
    }

    /// <summary>Ends the node and releases everything, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        // Other tests check whether it ended well.
        await CloseAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        await _host.DisposeAsync();
        Client?.Dispose();
        _closing.Dispose();
        _data.Dispose();
    }

    private sealed class FirstLineWriter : StringWriter
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
