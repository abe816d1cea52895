using System.Globalization;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>A cluster as it stands.</summary>
internal sealed record ClusterPicture(IReadOnlyList<NodePicture> Nodes, FrontOrders Orders, double ServedPerSecond)
{
    /// <summary>The orders in one line.</summary>
    public string OrdersLine => string.Create(
        CultureInfo.InvariantCulture,
        $"orders: {Orders.Accepted} accepted, {Orders.Served} served, {Orders.Pending} pending, {Orders.DuplicatesSuppressed} repeats; {ServedPerSecond:F1} a second");

    /// <param name="status">What the front says; null: it is not to be reached.</param>
    /// <param name="nodes">The processes.</param>
    /// <param name="servedPerSecond">How fast orders are served now.</param>
    public static ClusterPicture Of(FrontStatus status, IReadOnlyList<NodeKeeper> nodes, double servedPerSecond)
    {
        var members = status.Members.ToDictionary(member => member.Address);
        var machines = status.Machines.ToLookup(machine => machine.Node, machine => machine.Id);
        var ours = nodes.Select(node => (node.Plan.Name, node.Plan.Role, Address: node.Address?.Actors)).ToList();
        // Another terminal may have added some.
        var others = status.Members.Where(member => !ours.Exists(node => node.Address == member.Address))
            .Select(member => (Name: member.Address, Role: string.Join(", ", member.Roles), Address: (string?)member.Address));
        return new(
            [
                .. ours.Concat(others).Select(node => new NodePicture(
                    node.Name,
                    node.Role,
                    node.Address is { } address && members.TryGetValue(address, out var member) ? member.Status : "Away",
                    node.Address is { } at ? string.Join(" ", machines[at]) : "")),
            ],
            status.Orders,
            servedPerSecond);
    }
}

/// <param name="Name">As people are told of it.</param>
/// <param name="Role">Its roles.</param>
/// <param name="Status">Its status as a member; Away: it is none.</param>
/// <param name="Machines">The coffee machines that stand there.</param>
internal sealed record NodePicture(string Name, string Role, string Status, string Machines);
