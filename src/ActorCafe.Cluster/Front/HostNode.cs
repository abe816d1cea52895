using ActorCafe.Cluster.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Front;

/// <summary>The node that a host runs on, as known to its link. Numbered machines are also entered in the registry.</summary>
internal sealed class HostNode(Akka.Cluster.Cluster cluster, MachineRegistry machines, HostAddress host)
{
    private readonly string? _shop = RoleNames.ShopAmong(cluster.SelfRoles);

    public HostAddress Host { get; } = host;

    /// <summary>The address of that node; null: not known.</summary>
    public Address? Address { get; private set; }

    public bool IsKnown => Address is not null;

    /// <summary>Whether that node is a member of this café that is up and reachable.</summary>
    public bool IsUp => Address is not null && IsUpAt(Address);

    public bool Is(Member member) => member.Address.Equals(Address);

    /// <summary>
    /// Records the node that a host answered from; false if that node is leaving or unreachable, or has another shop. Such a node is refused, but until it
    /// has left, the pool may already have deployed hosts there.
    /// </summary>
    public bool Note(IActorRef answering)
    {
        var address = answering.Path.Address.HasGlobalScope ? answering.Path.Address : cluster.SelfAddress;
        if (!IsUpAt(address))
        {
            return false;
        }

        Set(address);
        return true;
    }

    public void Clear() => Set(null);

    private void Set(Address? address)
    {
        if (!Equals(address, Address) && Host.Number is not null)
        {
            machines.Set(Host.Name, address?.ToString());
        }

        Address = address;
    }

    private bool IsUpAt(Address address)
    {
        var state = cluster.State;
        return state.Members.Any(member => member.Address.Equals(address) && member.Status == MemberStatus.Up && RoleNames.ShopAmong(member.Roles) == _shop)
            && !state.Unreachable.Any(member => member.Address.Equals(address));
    }
}
