using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Wire;
using ActorCafe.Configuration;
using ActorCafe.OrderBook;
using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;

namespace ActorCafe.Cluster.Tests.Cafe;

/// <summary>A café of several nodes, each its own actor system in this process, connected over loopback.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, (ActorSystem System, CafeActors Actors)> _nodes = [];
    private readonly string[] _settings;
    private SeedNode? _seed;

    private TestCluster(string[] settings) => _settings = settings;

    private bool HasTelemetry { get; init; }

    /// <summary>Called with the actor system of a node before it joins.</summary>
    public Func<ActorSystem, Task> Joining { get; set; } = _ => Task.CompletedTask;

    public InMemoryOrderBook Book { get; private init; } = new();

    public ICafeFront Front => _nodes.Values.Select(node => node.Actors.Front).OfType<ICafeFront>().Single();

    /// <summary>Starts nodes, named by role and number: <c>front</c>, <c>grinder-1</c>, <c>machine-2</c>. <c>front+grinder</c> has two roles.</summary>
    public static Task<TestCluster> OpenAsync(string[] nodes, params string[] settings) => OpenAsync(new TestCluster(settings), nodes);

    /// <summary>Starts nodes with telemetry, which the test collects.</summary>
    public static Task<TestCluster> OpenWithTelemetryAsync(string[] nodes, params string[] settings) =>
        OpenAsync(new TestCluster(settings) { HasTelemetry = true }, nodes);

    private static async Task<TestCluster> OpenAsync(TestCluster cafe, string[] nodes)
    {
        foreach (var node in nodes)
        {
            await cafe.StartAsync(node);
        }

        return cafe;
    }

    /// <summary>Starts a node.</summary>
    /// <param name="name">Its name, as in <see cref="OpenAsync(string[], string[])"/>.</param>
    /// <param name="settings">Settings that it has besides those of all nodes.</param>
    public Task StartAsync(string name, params string[] settings) => StartWithBookAsync(name, "memory", settings);

    /// <summary>Starts a node; a front has a book with this id.</summary>
    public async Task StartWithBookAsync(string name, string book, params string[] settings)
    {
        var node = Settings(name, settings);
        var identity = node.Roles.Contains(NodeRole.Front) ? new BookIdentity(book, IsHeldElsewhere: false, Notice: null) : null;
        var system = ActorSystem.Create("actorcafe", ConfigurationFactory.ParseString(WireHocon.Text).WithFallback(ConfigurationFactory.ParseString(ClusterHocon.Of(node, identity?.Id))));
        await Joining(system);
        using var limit = new CancellationTokenSource(Limit);
        CafeActors actors;
        try
        {
            actors = await CafeActors.StartAsync(system, node, identity is null ? null : Book, identity, bootstrap: null, watcher: null, TimeProvider.System, limit.Token);
        }
        catch
        {
            await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
            throw;
        }

        _nodes[name] = (system, actors);
        var address = Akka.Actor.Address.Parse(actors.Address);
        _seed ??= new SeedNode(address.Host, address.Port!.Value);
    }

    /// <summary>Lets a node leave as on SIGTERM.</summary>
    public async Task LeaveAsync(string name)
    {
        await CoordinatedShutdown.Get(_nodes[name].System).Run(CoordinatedShutdown.ClrExitReason.Instance);
        _nodes[name].Actors.Dispose();
        _nodes.Remove(name);
    }

    /// <summary>The number of grinders of the front's pool on each node.</summary>
    public async Task<int[]> GrindersByNodeAsync()
    {
        var routees = await _nodes["front"].System.ActorSelection("/user/cafe/grinder").Ask<Routees>(GetRoutees.Instance, Limit);
        return [.. routees.Members.OfType<ActorRefRoutee>().GroupBy(routee => routee.Actor.Path.Address).Select(node => node.Count())];
    }

    public string AddressOf(string name) => _nodes[name].Actors.Address;

    public CafeActors ActorsOf(string name) => _nodes[name].Actors;

    public ActorSystem SystemOf(string name) => _nodes[name].System;

    public Task PlaceAsync(string id) => Front.PlaceAsync(id, "coffee", null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Values.Select(node => node.System.Terminate()));
        foreach (var (_, actors) in _nodes.Values)
        {
            actors.Dispose();
        }
    }

    private NodeSettings Settings(string name, string[] own) => new()
    {
        Shop = ShopFiles.LoadEmbedded("pipeline.conf", [.. _settings.Concat(own).Select(text => new Override("--set", text))]).Settings,
        Roles = [.. name.Split('-')[0].Split('+').Select(role => Enum.Parse<NodeRole>(role, ignoreCase: true))],
        Hostname = "127.0.0.1",
        Port = 0,
        SeedNodes = _seed is null ? [] : [_seed],
        DataFolder = "",
        Http = new HttpSettings("127.0.0.1", 0, null),
        Book = new BookSettings(BookStore.Sqlite, ""),
        Telemetry = HasTelemetry ? new TelemetrySettings(new Uri("http://127.0.0.1:4317")) : null,
    };
}
