using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.customers</c>.</summary>
internal sealed class CustomersReader(DistributionReader distributions, ArrivalsReader arrivals)
{
    public CustomersSettings Read(Entry entry)
    {
        var section = entry.Section();
        section.CheckKeys(KnownKeys.Customers);
        var arrivalsEntry = section.Need("arrivals", "write arrivals { process = renewal, distribution = exponential, mean = 40s }");
        var process = arrivals.Read(arrivalsEntry.Section());
        return new()
        {
            Arrivals = process,
            Orders = Orders(section.Find("orders"), process),
            Until = section.Find("until") is { } until && !until.Is("unlimited") ? until.Duration(", or unlimited") : null,
            StopAt = section.Find("stop-at") is { } stop && !stop.Is("none") ? stop.PositiveDuration(", or none") : null,
            Patience = section.Find("patience") is { } patience && !patience.Is("none") ? Patience(patience) : null,
        };
    }

    private static long? Orders(Entry? orders, ArrivalSettings process)
    {
        if (orders is null || orders.Is("unlimited"))
        {
            return null;
        }
        // The default is meant for drawn customers: of a recording, all are wanted.
        return process is ArrivalSettings.Trace && Provenance.IsReferenceOnly(orders.Node) ? null : orders.Whole(1, orElse: ", or unlimited");
    }

    private Distribution Patience(Entry entry)
    {
        var section = entry.Section("a distribution", "write none, or patience { distribution = exponential, mean = 5m }");
        section.CheckKeys(KnownKeys.Distribution);
        return distributions.Read(section);
    }
}
