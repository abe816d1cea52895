using System.Collections.Immutable;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>The answer to <c>GET /status</c>.</summary>
internal sealed record Status(ImmutableArray<Status.Member> Members, Status.Counts Orders, ImmutableArray<Status.Machine> Machines)
{
    /// <summary>What keeps the machines from being up and evenly spread over these nodes; null: nothing.</summary>
    public string? NotEvenlyOn(IReadOnlyCollection<string> nodes)
    {
        if (Machines.Where(machine => machine.Node is null || !nodes.Contains(machine.Node)).ToArray() is { Length: > 0 } away)
        {
            return $"{away.Length} machines are not up where they should be: {string.Join(", ", away.Select(machine => $"{machine.Id} {machine.Node}"))}";
        }

        var counts = nodes.Select(node => Machines.Count(machine => machine.Node == node)).ToArray();
        return counts.Max() - counts.Min() <= 1 ? null : $"machines stand as {string.Join('/', counts)}";
    }

    /// <summary>What keeps these nodes from being exactly the members, all up; null: nothing.</summary>
    public string? NotExactly(IReadOnlyCollection<string> nodes)
    {
        var wrong = Members.Where(member => member.Status != "Up" || !nodes.Contains(member.Address)).Select(member => $"{member.Address} is {member.Status}")
            .Concat(nodes.Except(Members.Select(member => member.Address)).Select(node => $"{node} is no member"));
        return string.Join(", ", wrong) is { Length: > 0 } text ? text : null;
    }

    internal sealed record Member(string Address, ImmutableArray<string> Roles, string Status);

    internal sealed record Counts(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

    internal sealed record Machine(string Id, string? Node, long Served);
}
