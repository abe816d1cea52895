using System.Collections.Immutable;
using System.ComponentModel;
using ActorCafe.Cluster.Front;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Http;

/// <summary>An order as recorded in the book; times in UTC.</summary>
internal sealed record OrderAnswer(
    string Id,
    [property: Description("accepted, served, rejected (a full queue turned it away) or reneged (the customer's patience ended)")] string State,
    string Drink,
    string? Customer,
    [property: Description("The coffee machine that served it")] string? Machine,
    DateTime AcceptedAt,
    DateTime? ServedAt)
{
    public static OrderAnswer Of(BookedOrder order) => new(
        order.Id,
        order.Outcome switch
        {
            BookedOutcome.Served => "served",
            BookedOutcome.Rejected => "rejected",
            BookedOutcome.Reneged => "reneged",
            _ => "accepted",
        },
        order.Drink,
        order.Customer,
        order.Machine,
        order.AcceptedAt.UtcDateTime,
        order.Outcome == BookedOutcome.Served ? order.EndedAt?.UtcDateTime : null);
}

/// <summary>The status of the café.</summary>
internal sealed record StatusAnswer(ImmutableArray<MemberAnswer> Members, OrderCountsAnswer Orders, ImmutableArray<MachineAnswer> Machines)
{
    public static StatusAnswer Of(CafeStatus status) => new(
        [.. status.Members.Select(member => new MemberAnswer(member.Address, member.Roles, member.Status))],
        new(status.Orders.Accepted, status.Orders.Served, status.Orders.Pending, status.Orders.DuplicatesSuppressed),
        [.. status.Machines.Select(machine => new MachineAnswer(machine.Id, machine.Node, machine.Served))]);
}

internal sealed record MemberAnswer(string Address, ImmutableArray<string> Roles, string Status);

/// <summary>Counts over the whole book. Orders neither served nor pending were turned away.</summary>
internal sealed record OrderCountsAnswer(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record MachineAnswer(
    string Id,
    [property: Description("The address of its node; null while it is on no node")] string? Node,
    long Served);
