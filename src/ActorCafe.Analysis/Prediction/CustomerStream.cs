using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>How orders come to a stage.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="Rate">Orders a second; null if not even that is known.</param>
/// <param name="Origin">Where they come from, in words.</param>
internal sealed record CustomerStream(StreamKind Kind, double? Rate, string Origin)
{
    /// <summary>The squared coefficient of variation of the gaps; 1 for a Poisson stream.</summary>
    public double Variability { get; init; } = 1;

    /// <summary>The gaps, of a renewal stream.</summary>
    public InterArrivalTime? Gap { get; init; }

    /// <summary>How the model's name says it: M, D, E2, GI, G.</summary>
    public string Letter { get; init; } = "M";

    /// <summary>Customers at a time.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Whether which drink comes next does not depend on which came before: a priority mixes that up.</summary>
    public bool DrinksAreIndependent { get; init; } = true;

    /// <summary>The part of it that each order belongs to with this chance.</summary>
    public CustomerStream Thinned(double share) => share >= 1 - 1e-12 ? this : this with
    {
        Kind = Batch > 1 ? StreamKind.Unknown : Kind,
        Rate = Rate * share,
        Variability = StreamVariability.Thinned(Variability, share),
        Gap = Gap?.Thinned(share),
        Letter = Kind == StreamKind.Renewal ? "GI" : Letter,
    };

    /// <summary>Several streams in one: Poisson streams add up to a Poisson stream, others are averaged (Whitt 1983).</summary>
    public static CustomerStream Merged(IReadOnlyList<CustomerStream> streams)
    {
        if (streams.Count == 1)
        {
            return streams[0];
        }

        var rate = streams.Aggregate((double?)0, (sum, stream) => sum + stream.Rate);
        var kind = streams.Any(stream => stream.Kind == StreamKind.Unknown) ? StreamKind.Unknown
            : streams.All(stream => stream.Kind == StreamKind.Poisson) ? StreamKind.Poisson
            : StreamKind.Approximate;
        return new CustomerStream(kind, rate, string.Join(" and ", streams.Select(stream => stream.Origin).Distinct()))
        {
            Variability = kind == StreamKind.Approximate ? streams.Sum(stream => stream.Rate!.Value * stream.Variability) / rate!.Value : 1,
            Letter = kind == StreamKind.Poisson ? "M" : "G",
            DrinksAreIndependent = streams.All(stream => stream.DrinksAreIndependent),
        };
    }
}

/// <summary>What is known of a stream of orders.</summary>
internal enum StreamKind
{
    /// <summary>Memoryless.</summary>
    Poisson,

    /// <summary>Independent gaps of a known distribution.</summary>
    Renewal,

    /// <summary>Its rate, and about how irregular it is.</summary>
    Approximate,

    /// <summary>Its rate at most.</summary>
    Unknown,
}
