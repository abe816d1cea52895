using ActorCafe.Queueing.Distributions;

namespace ActorCafe;

/// <summary>What a drink may have besides its steps. What is null has the default of <c>reference.conf</c>.</summary>
public sealed record DrinkOptions
{
    /// <summary>Its weight among customers; with 0 it is ordered only in recordings.</summary>
    public double? Share { get; init; }

    /// <summary>Its priority at stages that look at it; higher goes first.</summary>
    public int? Priority { get; init; }

    /// <summary>Service times of its own, by step.</summary>
    public IReadOnlyList<(string Step, Distribution Service)>? Times { get; init; }

    /// <summary>The step that may have to be done again.</summary>
    public string? Remake { get; init; }

    /// <summary>The probability that it must, each time; within [0, 1).</summary>
    public double? RemakeProbability { get; init; }
}
