namespace ActorCafe.Floor.Live;

/// <summary>The cluster as it is now.</summary>
internal sealed class PresentCluster
{
    private readonly SortedDictionary<string, LiveNode> _nodes = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string?> _machines = new(StringComparer.Ordinal);

    public IReadOnlyList<LiveNode> Nodes => [.. _nodes.Values];

    public IReadOnlyList<MachineChange> Machines => [.. _machines.Select(machine => new MachineChange(machine.Key, machine.Value))];

    /// <summary>Takes note of a change; false if it changes nothing.</summary>
    public bool Apply(ClusterChange change)
    {
        switch (change)
        {
            case NodeChange { Node: var node } when _nodes.TryGetValue(node.Address, out var known) && known.Status == node.Status:
                return false;
            case NodeChange { Node: { Status: Removed } node }:
                return _nodes.Remove(node.Address);
            case NodeChange { Node: var node }:
                _nodes[node.Address] = node;
                return true;
            case MachineChange machine when _machines.TryGetValue(machine.Machine, out var node) && node == machine.Node:
                return false;
            case MachineChange machine:
                _machines[machine.Machine] = machine.Node;
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "an unknown kind of change");
        }
    }

    private const string Removed = "removed";
}
