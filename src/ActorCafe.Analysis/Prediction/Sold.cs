using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A drink that customers order, and the stages it goes through.</summary>
/// <param name="Drink">The drink.</param>
/// <param name="Weight">The share of customers who order it, above 0.</param>
/// <param name="Runs">Its recipe, cut where the stage changes.</param>
internal sealed record Sold(Drink Drink, double Weight, ImmutableArray<Run> Runs)
{
    public static ImmutableArray<Sold> On(ShopSettings shop)
    {
        var shares = shop.Menu.Sum(drink => drink.Share);
        return [.. shop.Menu.Where(drink => drink.Share > 0).Select(drink => new Sold(drink, drink.Share / shares, Cut(drink)))];
    }

    /// <summary>
    /// What a worker who stays is kept for once a run's steps are done, as mean and variance: all steps that follow, each as often as
    /// it is done, and all handing over; without any waiting.
    /// </summary>
    public (double Mean, double Variance) After(Run run, ShopSettings shop)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var later in Runs.Where(other => other.First > run.First))
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

    private static ImmutableArray<Run> Cut(Drink drink)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        for (var first = 0; first < drink.Recipe.Length;)
        {
            var last = first + 1;
            while (last < drink.Recipe.Length && drink.Recipe[last].Stage == drink.Recipe[first].Stage)
            {
                last++;
            }

            runs.Add(new Run(drink.Recipe[first].Stage, first, drink.Recipe[first..last]));
            first = last;
        }

        return runs.ToImmutable();
    }
}

/// <summary>Consecutive steps of a drink at one stage.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="First">The place of the first step in the recipe.</param>
/// <param name="Steps">One or more.</param>
internal sealed record Run(int Stage, int First, ImmutableArray<RecipeStep> Steps);
