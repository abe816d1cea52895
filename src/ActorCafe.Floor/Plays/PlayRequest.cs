using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Plays;

/// <summary>A run that a page asks for: a pure function of its address.</summary>
/// <param name="Shop">The shop as it was read.</param>
/// <param name="Seed">The seed; null for the shop's own.</param>
/// <param name="Orders">The number of orders; null for the shop's own.</param>
/// <param name="Edits">Changes of pools, in order of time.</param>
internal sealed record PlayRequest(ShopSettings Shop, long? Seed, long? Orders, ImmutableArray<PoolEdit> Edits)
{
    /// <summary>Further changes of the mean time between arrivals, in order of time; empty unless the shop has renewal arrivals.</summary>
    public ImmutableArray<GapChange> Gaps { get; init; } = [];

    /// <summary>Other queue disciplines, in order of stages.</summary>
    public ImmutableArray<QueueEdit> Queues { get; init; } = [];

    /// <summary>The same for equal requests, however their addresses are written.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Shop.Name}&{Seed ?? Shop.Seed}&{Orders ?? Shop.Customers.Orders}&{string.Join('&', Edits.Select(edit => edit.Text(Shop)))}&{string.Join('&', Gaps)}&{string.Join('&', Queues.Select(queue => queue.Text(Shop)))}");

    /// <summary>The shop to simulate: in virtual time, and measured from the first customer on, as the page counts.</summary>
    public ShopSettings Settings => QueueEdit.Apply(PoolEdit.Apply(Shop, Edits), Queues) with
    {
        Seed = Seed ?? Shop.Seed,
        Clock = Shop.Clock with { Mode = ClockMode.Virtual },
        Customers = Shop.Customers with { Orders = Orders ?? Shop.Customers.Orders, Arrivals = Arrivals },
        Statistics = Shop.Statistics with { WarmUp = WarmUp.None },
    };

    // A stable sort: if two changes are at one moment, the later one in the list wins.
    private ArrivalSettings Arrivals => Shop.Customers.Arrivals is ArrivalSettings.Renewal renewal && !Gaps.IsEmpty
        ? renewal with { Changes = [.. renewal.Changes.Concat(Gaps).OrderBy(change => change.At)] }
        : Shop.Customers.Arrivals;
}
