using System.Collections.Immutable;

namespace ActorCafe.Cluster.Front;

/// <summary>The node of each coffee machine: written by its <see cref="HostLink"/>, read for status and metrics.</summary>
/// <param name="watcher">Notified when a machine moves; null: none.</param>
internal sealed class MachineRegistry(IFrontWatcher? watcher = null)
{
    private ImmutableDictionary<string, string> _nodes = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many machines are on a node.</summary>
    public int Count => Volatile.Read(ref _nodes).Count;

    /// <param name="machine">The machine's name.</param>
    /// <param name="node">The address of its node; null if it is on none.</param>
    public void Set(string machine, string? node)
    {
        if (node is null)
        {
            ImmutableInterlocked.TryRemove(ref _nodes, machine, out _);
        }
        else
        {
            ImmutableInterlocked.AddOrUpdate(ref _nodes, machine, node, (_, _) => node);
        }

        watcher?.MachineMoved(machine, node);
    }

    public string? NodeOf(string machine) => Volatile.Read(ref _nodes).GetValueOrDefault(machine);
}
