using System.Diagnostics;
using System.Globalization;
using ActorCafe.Cluster.Front;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clustering;

/// <summary>Plays a shop's own customers against a front: each places an order at their time, and says so again until it is accepted.</summary>
internal sealed class ClusterPlay(ShopSettings shop, FrontClient front, string prefix)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(300);

    private readonly ScriptedOrder[] _orders = [.. CustomerScript.Of(shop)];

    /// <summary>How many customers come.</summary>
    public int Customers => _orders.Length;

    /// <summary>Plays them all; ends when every order has ended.</summary>
    /// <param name="halfCame">Called when half of them have come.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PlayedOrders> PlayAsync(Action halfCame, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var placing = new List<Task>();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        foreach (var order in _orders)
        {
            while (clock.Elapsed * shop.Clock.TimeScale < order.At)
                await ticks.WaitForNextTickAsync(cancellation);
            if (order.Number - 1 == _orders.Length / 2)
                halfCame();

            // One after the other: on a fresh book the number of an order is then the one its draws are made from. Who is not
            // accepted at once tries again beside those who come after.
            if (!await front.PlaceAsync(IdOf(order), order.Drink, order.Customer, cancellation))
                placing.Add(PlaceAgainAsync(order, cancellation));
        }

        await Task.WhenAll(placing);
        var responses = await EndedAsync(cancellation);
        var status = await front.StatusAsync(cancellation);
        return new PlayedOrders(_orders.Length, responses, clock.Elapsed * shop.Clock.TimeScale, status?.Orders.DuplicatesSuppressed ?? 0);
    }

    private string IdOf(ScriptedOrder order) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{order.Number}");

    private async Task PlaceAgainAsync(ScriptedOrder order, CancellationToken cancellation)
    {
        using var again = new PeriodicTimer(Again);
        do
            await again.WaitForNextTickAsync(cancellation);
        while (!await front.PlaceAsync(IdOf(order), order.Drink, order.Customer, cancellation));
    }

    /// <summary>The times in shop of those served, in shop seconds, ascending.</summary>
    private async Task<double[]> EndedAsync(CancellationToken cancellation)
    {
        using var again = new PeriodicTimer(Again);
        var responses = new List<double>();
        foreach (var order in _orders)
        {
            FrontOrder? found;
            while ((found = await front.FindAsync(IdOf(order), cancellation)) is null or { State: "accepted" })
                await again.WaitForNextTickAsync(cancellation);
            if (found.ServedAt is { } servedAt && found.State == "served")
                responses.Add((servedAt - found.AcceptedAt).TotalSeconds * shop.Clock.TimeScale);
        }

        responses.Sort();
        return [.. responses];
    }
}

/// <summary>What became of the customers of a play.</summary>
/// <param name="Placed">Orders placed; each was accepted and has ended.</param>
/// <param name="Responses">Times in shop of those served, seconds of shop time, ascending.</param>
/// <param name="Makespan">From the first customer's opening to the last order's end, shop time.</param>
/// <param name="Repeats">Brews besides those that count.</param>
internal sealed record PlayedOrders(int Placed, double[] Responses, TimeSpan Makespan, long Repeats)
{
    public double? Mean => Responses.Length == 0 ? null : Responses.Average();

    public double? Max => Responses.Length == 0 ? null : Responses[^1];

    /// <summary>By nearest rank, as everywhere.</summary>
    public double? Quantile(double share) =>
        Responses.Length == 0 ? null : Responses[Math.Max(0, (int)Math.Ceiling(share * Responses.Length) - 1)];
}
