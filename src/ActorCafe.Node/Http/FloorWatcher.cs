using ActorCafe.Cluster.Front;
using ActorCafe.Floor.Live;
using ActorCafe.Shop;

namespace ActorCafe.Node.Http;

/// <summary>Shows on the floor what happens at this node's front.</summary>
internal sealed class FloorWatcher(LiveFloor floor) : IFrontWatcher
{
    public IShopTimeline Timeline => floor.Timeline;

    public void Opened(ICafeFront front, Func<TimeSpan> now) => floor.Open(now, () =>
    {
        var book = front.Orders;
        return new BookCounts(book.Accepted, book.Served, book.Pending, book.DuplicatesSuppressed);
    });

    public void MemberChanged(CafeMember member) => floor.NodeChanged(new(member.Address, member.Roles, member.Status.ToLowerInvariant()));

    public void MachineMoved(string machine, string? node) => floor.MachineChanged(machine, node);
}
