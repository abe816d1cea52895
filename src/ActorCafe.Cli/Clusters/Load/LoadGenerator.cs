using System.Globalization;
using ActorCafe.Shop.Customers;

namespace ActorCafe.Cli.Clusters.Load;

/// <summary>Places the orders of the shop's own customers at the front of a cluster.</summary>
/// <param name="front">The front.</param>
/// <param name="orders">The orders, with their times.</param>
/// <param name="timeScale">Shop seconds per wall second.</param>
/// <param name="prefix">Prefix of every order id, so that none is in the book already.</param>
internal sealed class LoadGenerator(FrontClient front, IReadOnlyList<PlannedOrder> orders, double timeScale, string prefix)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private int _placed;

    /// <param name="half">Called when half of the orders are placed.</param>
    /// <param name="closing">Stops placing orders; what is known by then is reported.</param>
    public async Task<ClusterResult> RunAsync(Action half, CancellationToken closing)
    {
        var before = (await StatusAsync(closing)).Orders;
        var opened = TimeProvider.System.GetUtcNow();
        var interrupted = false;
        try
        {
            await PlaceAsync(half, closing);
            await AllHaveLeftAsync(closing);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            interrupted = true;
        }

        // The nodes still run, but if the front cannot be reached this must not wait for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var states = await FindAsync(patience.Token);
        var after = (await StatusAsync(patience.Token)).Orders;
        var visits = orders.Zip(states, (order, state) => new ClusterVisit(opened + (order.At / timeScale), state));
        return ClusterResult.Of([.. visits], opened, timeScale, after.DuplicatesSuppressed - before.DuplicatesSuppressed) with { Interrupted = interrupted };
    }

    /// <summary>
    /// Places orders one by one, so that the book numbers them as the single-node simulation does: random draws depend on the
    /// number.
    /// </summary>
    private async Task PlaceAsync(Action half, CancellationToken closing)
    {
        var opened = TimeProvider.System.GetTimestamp();
        foreach (var order in orders)
        {
            var early = (order.At / timeScale) - TimeProvider.System.GetElapsedTime(opened);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, TimeProvider.System, closing);
            }

            await front.PlaceAsync(new(Id(order), order.Drink, order.Customer), closing);
            if (++_placed == (orders.Count + 1) / 2)
            {
                half();
            }
        }
    }

    private async Task AllHaveLeftAsync(CancellationToken closing)
    {
        using var looks = new PeriodicTimer(BetweenLooks);
        while (await front.StatusAsync(closing) is not { Orders.Pending: 0 })
        {
            await looks.WaitForNextTickAsync(closing);
        }
    }

    private async Task<FrontStatus> StatusAsync(CancellationToken cancellation)
    {
        using var looks = new PeriodicTimer(BetweenLooks);
        FrontStatus? status;
        while ((status = await front.StatusAsync(cancellation)) is null)
        {
            await looks.WaitForNextTickAsync(cancellation);
        }

        return status;
    }

    private async Task<IReadOnlyList<FrontOrderState>> FindAsync(CancellationToken cancellation)
    {
        var states = new FrontOrderState[_placed];
        await Parallel.ForAsync(0, _placed, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (i, token) =>
            states[i] = await front.FindAsync(Id(orders[i]), token));
        return states;
    }

    private string Id(PlannedOrder order) => string.Create(CultureInfo.InvariantCulture, $"{prefix}order-{order.Number}");
}
