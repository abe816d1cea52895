using System.Collections.Immutable;

namespace ActorCafe.Cluster.Front;

/// <summary>Where each coffee machine stands: written by its remote worker, read by whoever asks for the status.</summary>
internal sealed class MachineBoard
{
    private ImmutableDictionary<string, string> _nodes = ImmutableDictionary<string, string>.Empty;

    /// <param name="machine">The machine's name.</param>
    /// <param name="node">The address of its node; null: it stands nowhere.</param>
    public void StandsAt(string machine, string? node)
    {
        if (node is null)
        {
            ImmutableInterlocked.TryRemove(ref _nodes, machine, out _);
        }
        else
        {
            ImmutableInterlocked.AddOrUpdate(ref _nodes, machine, node, (_, _) => node);
        }
    }

    /// <summary>How many machines stand somewhere.</summary>
    public int Standing => Volatile.Read(ref _nodes).Count;

    public string? NodeOf(string machine) => Volatile.Read(ref _nodes).GetValueOrDefault(machine);
}
