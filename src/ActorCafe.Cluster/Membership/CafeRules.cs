using ActorCafe.Cluster.Settings;
using Akka.Cluster;

namespace ActorCafe.Cluster.Membership;

/// <summary>
/// What the members of one café agree on: one shop, and one front. Members show both by their roles, which Akka gossips. They are compared by age, which
/// all members see alike: the oldest one is right. Those that are leaving do not count, since they may have been refused themselves.
/// </summary>
internal static class CafeRules
{
    /// <summary>Checks a member that has just come up.</summary>
    /// <exception cref="CafeFailedException">It does not fit into this café.</exception>
    public static void Check(Akka.Cluster.Cluster cluster)
    {
        var self = cluster.SelfMember;
        var older = Older(cluster).Where(member => member.Status == MemberStatus.Up).ToArray();
        if (Array.Find(older, member => RoleNames.ShopAmong(member.Roles) is not null) is { } other && RoleNames.ShopAmong(other.Roles) != RoleNames.ShopAmong(self.Roles))
        {
            throw new CafeFailedException(
                $"this node's shop is not that of the café it joined at {other.Address}: stages, steps or menu differ; give every node the same shop file");
        }

        if (self.HasRole(RoleNames.Front) && Array.Find(older, member => member.HasRole(RoleNames.Front)) is { } front && RoleNames.BookAmong(front.Roles) != RoleNames.BookAmong(self.Roles))
        {
            throw new CafeFailedException(
                $"this café already has a front, at {front.Address}, with another order book; give this node the same cafe.book to make it a standby, or another cluster");
        }
    }

    /// <summary>The front for which this one is a standby: the oldest; null if that is this one.</summary>
    public static Member? OlderFront(Akka.Cluster.Cluster cluster) => Older(cluster).FirstOrDefault(member => member.HasRole(RoleNames.Front));

    /// <summary>The members that are older than this one, the oldest first.</summary>
    private static IEnumerable<Member> Older(Akka.Cluster.Cluster cluster) => cluster.State.Members
        .Where(member => member.Status is MemberStatus.Up or MemberStatus.Leaving or MemberStatus.Exiting && member.IsOlderThan(cluster.SelfMember))
        .OrderBy(member => member, Comparer<Member>.Create((one, other) => one.IsOlderThan(other) ? -1 : other.IsOlderThan(one) ? 1 : 0));
}
