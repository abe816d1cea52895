using System.Globalization;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>The state of a cluster at one moment.</summary>
internal sealed record ClusterSnapshot(IReadOnlyList<NodeSnapshot> Nodes, FrontOrders Orders, double ServedPerSecond)
{
    /// <summary>Order counts in one line.</summary>
    public string OrdersLine => string.Create(
        CultureInfo.InvariantCulture,
        $"orders: {Orders.Accepted} accepted, {Orders.Served} served, {Orders.Pending} pending, {Orders.DuplicatesSuppressed} repeats; {ServedPerSecond:F1} per second");

    /// <param name="status">The front's status.</param>
    /// <param name="nodes">The node processes.</param>
    /// <param name="servedPerSecond">Orders served per second.</param>
    public static ClusterSnapshot Of(FrontStatus status, IReadOnlyList<NodeSupervisor> nodes, double servedPerSecond)
    {
        var members = status.Members.ToDictionary(member => member.Address);
        var machines = status.Machines.ToLookup(machine => machine.Node, machine => machine.Id);
        var ours = nodes.Select(node => (node.Plan.Name, node.Plan.Role, Address: node.Address?.Actors)).ToList();
        // Nodes may have been added from another terminal.
        var others = status.Members.Where(member => !ours.Exists(node => node.Address == member.Address))
            .Select(member => (Name: member.Address[(member.Address.IndexOf('@', StringComparison.Ordinal) + 1)..], Role: string.Join(", ", member.Roles), Address: (string?)member.Address));
        return new(
            [
                .. ours.Concat(others).Select(node => new NodeSnapshot(
                    node.Name,
                    node.Role,
                    node.Address is { } address && members.TryGetValue(address, out var member) ? member.Status : "Away",
                    node.Address is { } at ? MachineNames.Short(machines[at]) : "")),
            ],
            status.Orders,
            servedPerSecond);
    }
}

/// <param name="Name">Its name in messages.</param>
/// <param name="Role">Its roles.</param>
/// <param name="Status">Its membership status; Away: not a member.</param>
/// <param name="Machines">The coffee machines on the node.</param>
internal sealed record NodeSnapshot(string Name, string Role, string Status, string Machines);
