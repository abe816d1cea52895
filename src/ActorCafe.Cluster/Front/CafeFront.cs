using System.Collections.Immutable;
using System.Diagnostics;
using ActorCafe.Cluster.Hosts;
using ActorCafe.OrderBook;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster;

namespace ActorCafe.Cluster.Front;

/// <summary>The front of a running café.</summary>
internal sealed class CafeFront(
    ShopSettings shop, IOrderBook book, FrontServices services, IActorRef root, Akka.Cluster.Cluster cluster, TimeProvider time) : ICafeFront
{
    private readonly ImmutableArray<string> _machines = [.. MachineShards.NamesOf(shop)];

    public BookTotals Orders => book.Totals;

    public CafeStatus Status
    {
        get
        {
            var state = cluster.State;
            var totals = book.Totals;
            return new CafeStatus(
                [
                    .. state.Members.Select(member => MemberReporter.Of(
                        member, state.Unreachable.Contains(member) ? CafeMember.Unreachable : member.Status.ToString())),
                ],
                totals,
                [.. _machines.Select(machine => new MachineStatus(machine, services.Machines.NodeOf(machine), totals.ServedBy.GetValueOrDefault(machine)))]);
        }
    }

    // Cancellation ends the wait, not the order: it may already be in the book, and then it must be served.
    public Task<Acceptance> PlaceAsync(string id, string drink, string? customer, ActivityContext caller, CancellationToken cancellation) =>
        PlaceAsync(new NewOrder(id, drink, customer, time.GetUtcNow()), caller).WaitAsync(cancellation);

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) => book.FindAsync(id, cancellation);

    private async Task<Acceptance> PlaceAsync(NewOrder order, ActivityContext caller)
    {
        var acceptance = await book.AcceptAsync(order, CancellationToken.None).ConfigureAwait(false);

        // An order that was in the book before is admitted already: when the book was opened, when it was reread, or by this very line.
        if (acceptance.IsNew)
        {
            services.Telemetry?.Traces.Accepted(acceptance.Order.Number, order.Id, caller);
            root.Tell(new OrderIntake.Admit(acceptance.Order));
        }

        return acceptance;
    }
}
