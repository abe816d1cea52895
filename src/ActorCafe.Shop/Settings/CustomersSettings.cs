using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Shop.Settings;

/// <summary>Who comes, how many, until when, and how long they are willing to wait.</summary>
public sealed record CustomersSettings
{
    public required ArrivalSettings Arrivals { get; init; }

    /// <summary>No more arrive after this many orders, 1 or more; null is no limit (a trace: all of it).</summary>
    public long? Orders { get; init; }

    /// <summary>The door closes after this shop time (an arrival at this instant is still let in); null is never.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>The run is cut off at this shop time, behind all else of that instant; null is never.</summary>
    public TimeSpan? StopAt { get; init; }

    /// <summary>Who waits longer than this many seconds for the first stage leaves; null is endless patience.</summary>
    public Distribution? Patience { get; init; }
}

/// <summary>The arrival process.</summary>
public abstract record ArrivalSettings
{
    private ArrivalSettings()
    {
    }

    /// <summary>Independent gaps between arrivals, in seconds; <paramref name="Batch"/> customers each time, 1 or more.</summary>
    public sealed record Renewal(Distribution Gap, int Batch) : ArrivalSettings;

    /// <summary>The next customer comes when the first stage has an idle worker.</summary>
    public sealed record Saturated : ArrivalSettings;

    /// <summary>Every customer is there when the shop opens.</summary>
    public sealed record AllAtOnce : ArrivalSettings;

    /// <summary>Customers as recorded.</summary>
    public sealed record Trace(ImmutableArray<TraceEntry> Entries) : ArrivalSettings;

    /// <summary>A fixed population, 1 or more, that thinks (in seconds), orders, waits, and thinks again.</summary>
    public sealed record Closed(int Population, Distribution Think) : ArrivalSettings;

    /// <summary>A Poisson process whose rate (customers per hour, 0 or more, one at least above 0) changes each hour, repeating.</summary>
    public sealed record Hourly(ImmutableArray<double> RatesPerHour) : ArrivalSettings;
}

/// <param name="Time">When the order is placed, shop time; never before the entry above it.</param>
/// <param name="Customer">Who places it, as the trace names them.</param>
/// <param name="Drink">The drink's index on the menu.</param>
public readonly record struct TraceEntry(TimeSpan Time, string Customer, int Drink);
