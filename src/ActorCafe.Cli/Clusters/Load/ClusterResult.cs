using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Clusters.Load;

/// <param name="Due">When the customer arrived.</param>
/// <param name="Order">The state of the order.</param>
internal sealed record ClusterVisit(DateTimeOffset Due, FrontOrderState Order);

/// <summary>Measurements of a cluster from outside: shop time in seconds, rates per hour, null without data.</summary>
internal sealed record ClusterResult
{
    public required int Arrived { get; init; }
    public required int Served { get; init; }
    public required int TurnedAway { get; init; }

    /// <summary>Accepted but not served when the run was stopped early.</summary>
    public required int Unserved { get; init; }

    /// <summary>Brews beyond one per order, which no customer received.</summary>
    public required long Repeats { get; init; }

    /// <summary>From acceptance to being served, over served orders.</summary>
    public required ResponseTime ResponseTime { get; init; }

    /// <summary>From opening to the last order served.</summary>
    public required double? Makespan { get; init; }

    public required double? ThroughputPerHour { get; init; }

    /// <summary>The longest time from arrival to acceptance: large if the front was down.</summary>
    public required double? LongestAtDoor { get; init; }

    public bool Interrupted { get; init; }

    /// <summary>The node that was killed; null: none.</summary>
    public string? Killed { get; init; }

    public static ClusterResult Of(IReadOnlyList<ClusterVisit> visits, DateTimeOffset opened, double timeScale, long repeats)
    {
        var moments = new RunningMoments();
        var quantiles = new QuantileSketch();
        var served = visits.Select(visit => visit.Order).Where(order => order.ServedAt is not null).ToList();
        foreach (var order in served)
        {
            var seconds = Math.Max(0, (order.ServedAt!.Value - order.AcceptedAt).TotalSeconds) * timeScale;
            moments.Add(seconds);
            quantiles.Add(seconds);
        }

        double? makespan = served.Count > 0 ? (served.Max(order => order.ServedAt!.Value) - opened).TotalSeconds * timeScale : null;
        return new()
        {
            Arrived = visits.Count,
            Served = served.Count,
            TurnedAway = visits.Count(visit => visit.Order.State is "rejected" or "reneged"),
            Unserved = visits.Count(visit => visit.Order.State == "accepted"),
            Repeats = repeats,
            ResponseTime = new(moments.Mean, null, quantiles.Quantile(0.5), quantiles.Quantile(0.95), quantiles.Quantile(0.99), moments.Max, moments.StandardDeviation),
            Makespan = makespan,
            ThroughputPerHour = makespan > 0 ? served.Count / makespan * 3600 : null,
            LongestAtDoor = visits.Count > 0 ? Math.Max(0, visits.Max(visit => (visit.Order.AcceptedAt - visit.Due).TotalSeconds) * timeScale) : null,
        };
    }
}
