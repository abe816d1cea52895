using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A drink that customers order, and its route through the stages.</summary>
/// <param name="Drink">The drink.</param>
/// <param name="Share">The share of customers who order it, above 0.</param>
/// <param name="Legs">Its recipe, split where the stage changes.</param>
internal sealed record DrinkRoute(Drink Drink, double Share, ImmutableArray<RouteLeg> Legs)
{
    public static ImmutableArray<DrinkRoute> Of(ShopSettings shop)
    {
        var shares = shop.Menu.Sum(drink => drink.Share);
        return [.. shop.Sold().Select(drink => new DrinkRoute(drink, drink.Share / shares, Split(drink)))];
    }

    /// <summary>
    /// Mean and variance of the time, in seconds, that a worker who stays with the order is held after a leg: all later steps, remakes
    /// and hand-overs, without any waiting.
    /// </summary>
    public (double Mean, double Variance) After(RouteLeg leg, ShopSettings shop)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var later in Legs.Where(other => other.First > leg.First))
        {
            foreach (var step in later.Steps)
            {
                var (once, again) = (step.Service.Mean, step.RemakeProbability);
                mean += once / (1 - again);
                variance += (step.Service.Variance / (1 - again)) + (once * once * again / ((1 - again) * (1 - again)));
            }

            mean += shop.Stages[later.Stage].HandOverTime.TotalSeconds;
        }

        return (mean, variance);
    }

    private static ImmutableArray<RouteLeg> Split(Drink drink)
    {
        var legs = ImmutableArray.CreateBuilder<RouteLeg>();
        for (var first = 0; first < drink.Recipe.Length;)
        {
            var last = first + 1;
            while (last < drink.Recipe.Length && drink.Recipe[last].Stage == drink.Recipe[first].Stage)
            {
                last++;
            }

            legs.Add(new RouteLeg(drink.Recipe[first].Stage, first, drink.Recipe[first..last]));
            first = last;
        }

        return legs.ToImmutable();
    }
}

/// <summary>Consecutive steps of a recipe at one stage.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="First">The index of its first step in the recipe.</param>
/// <param name="Steps">One or more.</param>
internal sealed record RouteLeg(int Stage, int First, ImmutableArray<RecipeStep> Steps);
