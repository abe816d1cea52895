using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Combines the predictions of single stages into one for the whole shop.</summary>
internal static class Decomposition
{
    /// <param name="solutions">By stage index.</param>
    /// <param name="rate">Customers per second; null if they come at no rate of their own.</param>
    public static ShopPrediction Combine(QueueingNetwork network, IReadOnlyList<StageSolution> solutions, double? rate)
    {
        var visited = network.Stages.Zip(solutions).Where(stage => !stage.First.Drinks.IsEmpty).ToList();
        var (exactness, why) = Trust(network, visited);
        double? time = exactness == Exactness.None ? null : visited.Sum(stage =>
            (stage.First.Visits * (stage.Second.Prediction.Wait!.Value + stage.Second.Prediction.Interrupted)) + stage.First.TimeBesidesWaiting + (stage.First.ArrivalsPerCustomer * stage.Second.WaitOutside));
        return new ShopPrediction
        {
            Shop = network.Settings.Name,
            Stages = [.. solutions.Select(solution => solution.Prediction)],
            Exactness = exactness,
            TimeInShop = time,
            // Little's law, where everybody who comes is served.
            MeanInShop = visited.Exists(stage => stage.Second.Prediction.Lost > 0) ? null : rate * time,
            Numbers = Numbers(network, visited),
            Why = why,
        };
    }

    /// <summary>
    /// The number in shop as the sum of independent numbers at the stages. They are independent where what each stage has passed on is a Poisson process (Jackson), and
    /// so is the number at a stage that passes on nothing.
    /// </summary>
    private static Lazy<NumberInSystem?>? Numbers(QueueingNetwork network, List<(StageDemand Demand, StageSolution Solution)> visited)
    {
        var busy = visited.Where(stage => stage.Demand.WorkPerOrder > 0).ToList();
        return busy.Count > 0 && busy.TrueForAll(stage => stage.Solution.Number is not null
            && (stage.Solution.Departures.Kind == ArrivalKind.Poisson || network.Stages.All(next => network.ShareToNext(stage.Demand, next) == 0)))
            ? new(() => busy.Skip(1).Aggregate(busy[0].Solution.Number!(), (sum, stage) => stage.Solution.Number!() is { } number ? sum?.Plus(number) : null))
            : null;
    }

    private static (Exactness Exactness, string Why) Trust(QueueingNetwork network, List<(StageDemand Demand, StageSolution Solution)> visited)
    {
        var overloaded = visited.Where(stage => stage.Solution.Prediction.Overload is not null).Select(stage => stage.Demand.Stage.Name).ToArray();
        if (overloaded.Length > 0)
        {
            return (Exactness.None, $"no steady state: the queue at {string.Join(" and ", overloaded)} grows as long as customers come, and so does the time in shop");
        }

        var unknown = visited.Where(stage => stage.Solution.Prediction.Wait is null).Select(stage => stage.Demand.Stage.Name).ToArray();
        if (unknown.Length > 0)
        {
            return (Exactness.None, $"no formula for the wait at {string.Join(" and ", unknown)}");
        }

        var losing = visited.Where(stage => stage.Solution.Prediction.Lost > 0).Select(stage => stage.Demand).ToArray();
        if (Array.Find(losing, stage => stage.Drinks.Length < network.Drinks.Length) is { } some)
        {
            return (Exactness.None, $"not all drinks come to {some.Stage.Name}, which loses customers: the served customers are not a random sample of the arriving ones");
        }

        var rough = visited.Where(stage => stage.Solution.Prediction.Exactness == Exactness.Approximate).Select(stage => stage.Demand.Stage.Name).ToArray();
        return rough.Length > 0 ? (Exactness.Approximate, $"the sum of its stages, of which {string.Join(" and ", rough)} {(rough.Length == 1 ? "is an approximation" : "are approximations")}")
            : losing.Any(stage => !network.IsFirst(stage)) ? (Exactness.Approximate, "the sum of its stages; the customers who are lost are not a random sample")
            : (Exactness.Exact, visited.Count == 1 ? "waiting and service at its one stage" : "the sum of its stages");
    }
}
