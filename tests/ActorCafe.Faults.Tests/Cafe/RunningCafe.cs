using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>A café of processes, made whole again before every fault: what was lost is started anew at the same place.</summary>
internal sealed class RunningCafe : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly DirectoryInfo _folder;
    private readonly string _shop;
    private readonly List<Place> _places = [];
    private readonly List<NodeProcess> _nodes = [];

    /// <param name="layout">Its places, by name and role, without the front.</param>
    public RunningCafe(params IEnumerable<(string Name, string Role)> layout)
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

    public Place FrontPlace => _places[0];

    public string BookFile => Path.Combine(FrontPlace.Data, "book.db");

    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    /// <summary>The nodes that run, the oldest first: the first machine node holds the shard coordinator.</summary>
    public IReadOnlyList<NodeProcess> Of(string role) => [.. _nodes.Where(node => node.Place.Role == role && node.IsRunning)];

    /// <summary>A further place, at which nothing runs yet.</summary>
    public Place Add(string name, string role, Func<Place, Place>? change = null)
    {
        var place = new Place(name, role, "127.0.0.1", Ports.Free(), Ports.Free(), Path.Combine(_folder.FullName, name));
        _places.Add(change is null ? place : change(place));
        return _places[^1];
    }

    /// <summary>Replaces a place at which nothing runs yet.</summary>
    public void Move(string name, Func<Place, Place> change)
    {
        var index = _places.FindIndex(place => place.Name == name);
        _places[index] = change(_places[index]);
    }

    /// <summary>Nothing is to run at a place any more.</summary>
    public void GiveUp(Place place)
    {
        _places.Remove(place);
        _nodes.RemoveAll(node => node.Place == place && !node.IsRunning);
    }

    /// <summary>Starts a process at a place; ends when it is up.</summary>
    public async Task<NodeProcess> StartAsync(Place place)
    {
        _nodes.RemoveAll(node => node.Place == place && !node.IsRunning);

        // The front is its own and only seed node: that it finds the others again when it comes back is part of what is tested.
        var seeds = _places.Where(seed => seed.Role == "front" || (place.Role != "front" && seed.Role == "seed"));
        var started = NodeProcess.Start(place, _shop, seeds);
        _nodes.Add(started);
        await started.UpAsync().WaitAsync(Patience);
        return started;
    }

    /// <summary>Every place has a node that is up, every machine is up, evenly spread.</summary>
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

        // One by one, so that it is known which machine node is the oldest; what is no machine node in the meantime.
        var empty = _places.Where(place => !_nodes.Any(node => node.Place == place && node.IsRunning)).ToArray();
        var others = empty.Where(place => place.Role != "machine").Select(StartAsync).ToArray();
        foreach (var place in empty.Where(place => place.Role == "machine"))
        {
            await StartAsync(place);
        }

        await Task.WhenAll(others);
        await Until.NothingIsMissingAsync(Patience, async () => await Front.StatusAsync() is { } status
            ? status.NotExactly([.. _places.Select(place => place.Address)]) ?? status.NotEvenlyOn(MachineNodes())
            : "the front does not answer");
    }

    /// <summary>How long it takes from now until all machines are up, evenly spread over the machine nodes but these.</summary>
    public Task<TimeSpan> MachinesUpAsync(TimeSpan patience, params IEnumerable<NodeProcess> without) =>
        Until.NothingIsMissingAsync(patience, async () => await Front.StatusAsync() is { } status
            ? status.NotEvenlyOn(MachineNodes(without))
            : "the front does not answer");

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

    private string[] MachineNodes(params IEnumerable<NodeProcess> without) => [.. Of("machine").Except(without).Select(node => node.Place.Address)];
}
