using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The arrival process of a stage; the departures of a stage are the arrival process of the next one.</summary>
/// <param name="Kind">What is known about it.</param>
/// <param name="Rate">Orders per second; null if unknown.</param>
/// <param name="Origin">Where orders come from, in words.</param>
internal sealed record ArrivalProcess(ArrivalKind Kind, double? Rate, string Origin)
{
    /// <summary>The squared coefficient of variation of inter-arrival times; 1 for a Poisson process.</summary>
    public double Variability { get; init; } = 1;

    /// <summary>The inter-arrival time of a renewal process.</summary>
    public InterArrivalTime? Gap { get; init; }

    /// <summary>Kendall's letter for the process: M, D, E2, GI or G.</summary>
    public string Letter { get; init; } = "M";

    /// <summary>Customers per arrival.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Whether the drinks of successive orders are independent; a priority queue makes them dependent.</summary>
    public bool DrinksAreIndependent { get; init; } = true;

    /// <summary>The process of those orders that go on to a stage, as a share of all. Which they are is independent only if the drinks are.</summary>
    public ArrivalProcess Thinned(double share) => share >= 1 - 1e-12 ? this : this with
    {
        Kind = Batch > 1 ? ArrivalKind.Unknown : Kind == ArrivalKind.Poisson && !DrinksAreIndependent ? ArrivalKind.Approximate : Kind,
        Rate = Rate * share,
        Variability = StreamVariability.Thinned(Variability, share),
        Gap = Gap?.Thinned(share),
        Letter = Kind == ArrivalKind.Renewal ? "GI" : Letter,
    };

    /// <summary>Superposes several processes: Poisson processes add up to a Poisson process; others are averaged (Whitt 1983).</summary>
    public static ArrivalProcess Merged(IReadOnlyList<ArrivalProcess> streams)
    {
        if (streams.Count == 1)
        {
            return streams[0];
        }

        var rate = streams.Aggregate((double?)0, (sum, stream) => sum + stream.Rate);
        var kind = streams.Any(stream => stream.Kind == ArrivalKind.Unknown) ? ArrivalKind.Unknown
            : streams.All(stream => stream.Kind == ArrivalKind.Poisson) ? ArrivalKind.Poisson
            : ArrivalKind.Approximate;
        return new ArrivalProcess(kind, rate, string.Join(" and ", streams.Select(stream => stream.Origin).Distinct()))
        {
            Variability = kind == ArrivalKind.Approximate ? streams.Sum(stream => stream.Rate!.Value * stream.Variability) / rate!.Value : 1,
            Letter = kind == ArrivalKind.Poisson ? "M" : "G",
            DrinksAreIndependent = streams.All(stream => stream.DrinksAreIndependent),
        };
    }
}

/// <summary>What is known about an arrival process.</summary>
internal enum ArrivalKind
{
    /// <summary>Independent exponential gaps.</summary>
    Poisson,

    /// <summary>Independent gaps of a known distribution.</summary>
    Renewal,

    /// <summary>The rate and an approximate variability.</summary>
    Approximate,

    /// <summary>The rate at most.</summary>
    Unknown,
}
