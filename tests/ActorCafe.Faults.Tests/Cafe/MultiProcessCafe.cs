using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>A café of several processes, restored before every fault: lost nodes are restarted in place.</summary>
internal sealed class MultiProcessCafe : IAsyncDisposable
{
    /// <summary>Longer than a node may be silent: a node wrongly considered lost would be removed by then.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder;
    private readonly string _shop;
    private readonly List<NodePlace> _places = [];
    private readonly List<NodeUnderTest> _nodes = [];

    /// <param name="layout">Its places, by name and role, except the front.</param>
    public MultiProcessCafe(params IEnumerable<(string Name, string Role)> layout)
    {
        _folder = Directory.CreateTempSubdirectory("cafe-faults-");
        _shop = Path.Combine(_folder.FullName, "faults.conf");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "faults.conf"), _shop);
        Add("front", "front");
        foreach (var (name, role) in layout)
        {
            Add(name, role);
        }
    }

    public Front Front => field ??= new Front(FrontPlace.Http);

    public NodePlace FrontPlace => _places[0];

    public string BookFile => Path.Combine(FrontPlace.Data, "book.db");

    public IReadOnlyList<NodeUnderTest> Nodes => _nodes;

    /// <summary>The running nodes, oldest first: the first machine node holds the shard coordinator.</summary>
    public IReadOnlyList<NodeUnderTest> Of(string role) => [.. _nodes.Where(node => node.Place.Role == role && node.IsRunning)];

    /// <summary>Adds a place where nothing runs yet.</summary>
    public NodePlace Add(string name, string role)
    {
        _places.Add(Place(name, role));
        return _places[^1];
    }

    /// <summary>A place that is not restored before a fault.</summary>
    public NodePlace Place(string name, string role) =>
        new(name, role, "127.0.0.1", TestPorts.Free(), TestPorts.Free(), Path.Combine(_folder.FullName, name));

    /// <summary>Replaces a place where nothing runs yet.</summary>
    public NodePlace Move(string name, Func<NodePlace, NodePlace> change)
    {
        var index = _places.FindIndex(place => place.Name == name);
        return _places[index] = change(_places[index]);
    }

    /// <summary>Removes a place for good.</summary>
    public void GiveUp(NodePlace place)
    {
        _places.Remove(place);
        _nodes.RemoveAll(node => node.Place == place && !node.IsRunning);
    }

    /// <summary>Starts a process at a place; completes when it is up.</summary>
    public async Task<NodeUnderTest> StartAsync(NodePlace place)
    {
        var started = Launch(place);
        await started.UpAsync().WaitAsync(Patience);
        return started;
    }

    /// <summary>Starts a process at a place, which need not come up.</summary>
    public NodeUnderTest Launch(NodePlace place)
    {
        _nodes.RemoveAll(node => node.Place == place && !node.IsRunning);

        // The front is its own and only seed node, because the tests cover how it finds the others again after a restart.
        var seeds = _places.Where(seed => seed.Role == "front" || (place.Role != "front" && seed.Role == "seed"));
        var started = NodeUnderTest.Start(place, _shop, seeds);
        _nodes.Add(started);
        return started;
    }

    /// <summary>Completes when every place has a node that is up, and all machines are up and evenly spread.</summary>
    public async Task WholeAsync()
    {
        foreach (var node in _nodes.Where(node => node.IsRunning).ToArray())
        {
            node.Send(Signal.Continue);
        }

        if (_nodes.All(node => node.Place != FrontPlace || !node.IsRunning))
        {
            await StartAsync(FrontPlace);
        }

        // Machine nodes start one by one, so that the oldest is known; the others meanwhile.
        var empty = _places.Where(place => !_nodes.Any(node => node.Place == place && node.IsRunning)).ToArray();
        var others = empty.Where(place => place.Role != "machine").Select(StartAsync).ToArray();
        foreach (var place in empty.Where(place => place.Role == "machine"))
        {
            await StartAsync(place);
        }

        await Task.WhenAll(others);
        await Eventually.NothingIsMissingAsync(Patience, async () => await Front.StatusAsync() is { } status
            ? status.NotExactly([.. _places.Select(place => place.Address)]) ?? status.NotEvenlyOn(MachineNodes())
            : "the front does not answer");
    }

    /// <summary>The time until all machines are up, evenly spread over the remaining machine nodes.</summary>
    public Task<TimeSpan> MachinesUpAsync(TimeSpan patience, params IEnumerable<NodeUnderTest> without) =>
        Eventually.NothingIsMissingAsync(patience, async () => await Front.StatusAsync() is { } status
            ? status.NotEvenlyOn(MachineNodes(without))
            : "the front does not answer");

    /// <summary>Watches for a while that every node is up in the eyes of the front.</summary>
    public async Task NoNodeIsLostAsync()
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < LongEnough)
        {
            await looks.WaitForNextTickAsync();
            if (await Front.StatusAsync() is { } status)
            {
                status.NotExactly([.. Nodes.Select(node => node.Place.Address)]).ShouldBeNull();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            if (node.IsRunning)
            {
                node.Send(Signal.Kill);
                await node.EndAsync(Patience);
            }

            node.Dispose();
        }

        Front.Dispose();
        _folder.Delete(recursive: true);
    }

    private string[] MachineNodes(params IEnumerable<NodeUnderTest> without) => [.. Of("machine").Except(without).Select(node => node.Place.Address)];
}
