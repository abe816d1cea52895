using System.Collections.Immutable;
using System.ComponentModel;
using ActorCafe.Cluster.Front;

namespace ActorCafe.Node.Http;

/// <summary>The café as it stands.</summary>
internal sealed record StatusAnswer(ImmutableArray<MemberAnswer> Members, OrderCounts Orders, ImmutableArray<MachineAnswer> Machines)
{
    public static StatusAnswer Of(CafeStatus status) => new(
        [.. status.Members.Select(member => new MemberAnswer(member.Address, member.Roles, member.Status))],
        new(status.Orders.Accepted, status.Orders.Served, status.Orders.Pending, status.Orders.DuplicatesSuppressed),
        [.. status.Machines.Select(machine => new MachineAnswer(machine.Id, machine.Node, machine.Served))]);
}

internal sealed record MemberAnswer(string Address, ImmutableArray<string> Roles, string Status);

/// <summary>Counts over the whole book; what was neither served nor is pending was turned away.</summary>
internal sealed record OrderCounts(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record MachineAnswer(
    string Id,
    [property: Description("The address of the node it stands on; null while it stands nowhere")] string? Node,
    long Served);
