using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Shop.Settings;

/// <summary>The customers: how they arrive, how many, until when, and how long they wait.</summary>
public sealed record CustomersSettings
{
    public required ArrivalSettings Arrivals { get; init; }

    /// <summary>The time of the shop's clock at opening, 0 or more. Nobody comes earlier, and every measure counts from here.</summary>
    public TimeSpan OpensAt { get; init; }

    /// <summary>The number of orders after which no more customers arrive, 1 or more; null for no limit (for a trace, all of it).</summary>
    public long? Orders { get; init; }

    /// <summary>The time of the shop's clock after which no more customers arrive (an arrival at this instant is still admitted); null for never.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>The time of the shop's clock at which the run is cut off, after everything else at that instant; null for never. The shop stays open until then.</summary>
    public TimeSpan? StopAt { get; init; }

    /// <summary>
    /// How many seconds an order waits for its first service before its customer reneges: the patience of the stage where it begins, which then has none of its
    /// own; null for no limit.
    /// </summary>
    public Distribution? Patience { get; init; }
}

/// <summary>The arrival process.</summary>
public abstract record ArrivalSettings
{
    private ArrivalSettings()
    {
    }

    /// <summary>Independent inter-arrival times in seconds, with <paramref name="Batch"/> customers at each arrival, 1 or more.</summary>
    public sealed record Renewal(Distribution Gap, int Batch) : ArrivalSettings
    {
        /// <summary>Changes of the mean gap, in order of time. The shape of the gaps stays, and the rest of a gap that spans a change is stretched by it.</summary>
        public ImmutableArray<GapChange> Changes { get; init; } = [];

        /// <summary>The mean gap after the last change, in seconds.</summary>
        public double LastMean => Changes is [.., var last] ? last.Mean.TotalSeconds : Gap.Mean;
    }

    /// <summary>The next customer comes when the first stage has an idle worker.</summary>
    public sealed record Saturated : ArrivalSettings;

    /// <summary>All customers are there when the shop opens.</summary>
    public sealed record AllAtOnce : ArrivalSettings;

    /// <summary>Recorded arrivals.</summary>
    public sealed record Trace(ImmutableArray<TraceEntry> Entries) : ArrivalSettings
    {
        /// <summary>Whether all times were recorded as times of day, such as 08:00:00, and not as seconds.</summary>
        public bool HasTimesOfDay { get; init; }
    }

    /// <summary>A fixed population, 1 or more: each customer thinks (in seconds), orders, waits, and thinks again.</summary>
    public sealed record Closed(int Population, Distribution Think) : ArrivalSettings;

    /// <summary>A Poisson process whose rate changes every hour, repeating: customers per hour, each 0 or more and at least one above 0.</summary>
    public sealed record Hourly(ImmutableArray<double> RatesPerHour) : ArrivalSettings;
}

/// <param name="At">The time of the shop's clock at which the change takes effect.</param>
/// <param name="Mean">The mean time between arrivals from then on, above 0.</param>
public sealed record GapChange(TimeSpan At, TimeSpan Mean);

/// <param name="Time">The time of the shop's clock at which the order is placed, never before that of the previous entry.</param>
/// <param name="Customer">The customer's name in the trace.</param>
/// <param name="Drink">The drink's index on the menu.</param>
public readonly record struct TraceEntry(TimeSpan Time, string Customer, int Drink);
