using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A shop's time from its stages'.</summary>
internal static class WholeShop
{
    /// <param name="outcomes">By the index of the stage.</param>
    public static ShopPrediction Of(ShopWork work, IReadOnlyList<StageOutcome> outcomes)
    {
        var visited = work.Stages.Zip(outcomes).Where(stage => !stage.First.Drinks.IsEmpty).ToList();
        var (exactness, why) = Trust(work, visited);
        return new ShopPrediction
        {
            Shop = work.Settings.Name,
            Stages = [.. outcomes.Select(outcome => outcome.Prediction)],
            Exactness = exactness,
            TimeInShop = exactness == Exactness.None ? null : visited.Sum(stage =>
                (stage.First.Visits * stage.Second.Prediction.Wait!.Value) + stage.First.TimeBesidesWaiting + (stage.First.Arrivals * stage.Second.Outside)),
            Why = why,
        };
    }

    private static (Exactness Exactness, string Why) Trust(ShopWork work, List<(StageWork Work, StageOutcome Outcome)> visited)
    {
        var overloaded = visited.Where(stage => stage.Outcome.Prediction.Overload is not null).Select(stage => stage.Work.Stage.Name).ToArray();
        if (overloaded.Length > 0)
        {
            return (Exactness.None, $"no steady state: the queue at {string.Join(" and ", overloaded)} grows as long as customers come, and so does the time in shop");
        }

        var unknown = visited.Where(stage => stage.Outcome.Prediction.Wait is null).Select(stage => stage.Work.Stage.Name).ToArray();
        if (unknown.Length > 0)
        {
            return (Exactness.None, $"no formula for the wait at {string.Join(" and ", unknown)}");
        }

        var losing = visited.Where(stage => stage.Outcome.Prediction.Lost > 0).Select(stage => stage.Work).ToArray();
        if (Array.Find(losing, stage => stage.Drinks.Length < work.Sold.Length) is { } some)
        {
            return (Exactness.None, $"not all drinks come to {some.Stage.Name}, which loses customers: those served are other ones than those who come");
        }

        var rough = visited.Where(stage => stage.Outcome.Prediction.Exactness == Exactness.Approximate).Select(stage => stage.Work.Stage.Name).ToArray();
        return rough.Length > 0 ? (Exactness.Approximate, $"the sum of its stages, of which {string.Join(" and ", rough)} {(rough.Length == 1 ? "is an approximation" : "are approximations")}")
            : losing.Any(stage => !Capacity.IsFirst(work, stage)) ? (Exactness.Approximate, "the sum of its stages; who waits longest is not lost at random")
            : (Exactness.Exact, visited.Count == 1 ? "waiting and service at its one stage" : "the sum of its stages");
    }
}
