using System.Globalization;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Checks whether the service times of a stage are exponential with one mean for all orders.</summary>
internal static class Exponentiality
{
    private const double Tolerance = 1e-9;

    /// <summary>Why they are not, in words; null if they are.</summary>
    public static string? WhyNot(StageDemand demand)
    {
        var stage = demand.Stage;
        var legs = demand.Drinks.SelectMany(drink => drink.Legs).ToArray();
        if (legs.Length == 0)
        {
            return null;
        }

        if (demand.Stays)
        {
            return $"its workers stay with an order until it is served (cafe.stage.{stage.Name}.stays-with-order), and the sum of all that takes is not exponential";
        }

        if (stage.HandOverTime > TimeSpan.Zero)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a hand-over of {stage.HandOverTime.TotalSeconds:0.###} s adds to every service (cafe.stage.{stage.Name}.hand-over-time)");
        }

        if (legs.FirstOrDefault(leg => leg.Steps.Length > 1) is { } several)
        {
            return $"{string.Join(" and ", several.Steps.Select(step => step.Step))} are performed together, and the sum of their times is not exponential";
        }

        var steps = legs.Select(leg => leg.Steps[0]).ToArray();
        if (steps.FirstOrDefault(step => !IsExponential(step.Service)) is { } other)
        {
            return $"the time to {other.Step} is {Kind(other.Service)}, not exponential";
        }

        return steps.Any(step => Math.Abs(step.Service.Mean - steps[0].Service.Mean) > Tolerance * steps[0].Service.Mean)
            ? $"mean times to {string.Join(" and ", steps.Select(step => step.Step).Distinct())} differ, and a mixture of them is not exponential"
            : null;
    }

    /// <summary>Whether a distribution is memoryless; some families are if their coefficient of variation is 1.</summary>
    public static bool IsExponential(Distribution distribution) =>
        distribution is Exponential or Erlang or Gamma or Weibull or HyperExponential
        && Math.Abs((distribution.Variance / (distribution.Mean * distribution.Mean)) - 1) < Tolerance;

    /// <summary>The distribution's name in HOCON.</summary>
    public static string Kind(Distribution distribution) => distribution.GetType().Name.ToLowerInvariant();
}
