using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>An open queueing network, solved stage by stage from the door on.</summary>
internal static class OpenShop
{
    public static ShopPrediction Predict(QueueingNetwork network)
    {
        if (network.Forwards() is not { } order)
        {
            return Returning(network);
        }

        var customers = Customers(network.Settings.Customers.Arrivals);
        var solutions = new Dictionary<StageDemand, StageSolution>();
        foreach (var stage in order)
        {
            var streams = new List<ArrivalProcess>();
            if (network.ShareBeginning(stage) is > 0 and var share)
            {
                streams.Add(customers.Thinned(share));
            }

            streams.AddRange(solutions
                .Select(before => (before.Value.Departures, Share: network.ShareToNext(before.Key, stage)))
                .Where(before => before.Share > 0)
                .Select(before => before.Departures.Thinned(before.Share)));
            solutions.Add(stage, streams.Count == 0
                ? new StageSolution(StageTheory.Idle(stage), new ArrivalProcess(ArrivalKind.Unknown, 0, stage.Stage.Name))
                : StageTheory.Predict(network, new LoadedStage(stage, ArrivalProcess.Merged(streams))));
        }

        return Decomposition.Combine(network, [.. network.Stages.Select(stage => Slowed(stage, solutions[stage]))], customers.Rate);

        StageSolution Slowed(StageDemand stage, StageSolution solution) =>
            solution.Prediction.Overload is null && customers.Rate * stage.WorkPerOrder >= stage.Stage.Workers * stage.Stage.Availability && solutions.Values.Any(other => other.Prediction.Overload is not null)
                ? solution with { Prediction = solution.Prediction with { Why = $"{solution.Prediction.Why}; it keeps up only because an earlier stage holds orders back; all customers together would overload it too" } }
                : solution;
    }

    private static ArrivalProcess Customers(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Hourly { RatesPerHour: [0, ..] } => new(ArrivalKind.Unknown, null, "customers"),
        ArrivalSettings.Hourly hourly => new(ArrivalKind.Poisson, hourly.RatesPerHour[0] / 3600, "customers"),
        ArrivalSettings.Renewal { Gap.Mean: > 0 } renewal => Renewal(renewal),
        // In a saturated shop, idle workers call customers: only the first stage knows the rate.
        _ => new(ArrivalKind.Unknown, null, "customers"),
    };

    private static ArrivalProcess Renewal(ArrivalSettings.Renewal renewal)
    {
        var rate = renewal.Batch / renewal.Gap.Mean;
        if (Exponentiality.IsExponential(renewal.Gap))
        {
            return new(ArrivalKind.Poisson, rate, "customers") { Batch = renewal.Batch };
        }

        return InterArrivalTime.Of(renewal.Gap) is { } gap
            ? new(ArrivalKind.Renewal, rate, "customers")
            {
                Batch = renewal.Batch,
                Gap = gap,
                Variability = renewal.Gap.Variance / (renewal.Gap.Mean * renewal.Gap.Mean),
                Letter = renewal.Gap switch
                {
                    Deterministic => "D",
                    Erlang => $"E{Math.Round(renewal.Gap.Mean * renewal.Gap.Mean / renewal.Gap.Variance)}",
                    _ => "GI",
                },
            }
            : new(ArrivalKind.Unknown, rate, "customers");
    }

    /// <summary>A network in which drinks return to a stage: exact only if all stages are exponential (Jackson).</summary>
    private static ShopPrediction Returning(QueueingNetwork network)
    {
        var customers = Customers(network.Settings.Customers.Arrivals);
        var solutions = network.Stages.Select(stage => stage.Drinks.IsEmpty
            ? new StageSolution(StageTheory.Idle(stage), customers)
            : StageTheory.Predict(network, new LoadedStage(stage, customers with { Rate = customers.Rate * stage.ArrivalsPerCustomer, Kind = Kind(stage), Gap = null, Letter = "M" }))).ToArray();
        return Decomposition.Combine(network, solutions, customers.Rate);

        ArrivalKind Kind(StageDemand stage) => customers is { Kind: ArrivalKind.Poisson, Batch: 1 } && network.Stages.All(other => other.NotExponential is null && StageTheory.KeepsPoisson(network, other))
            ? ArrivalKind.Poisson
            : customers.Kind == ArrivalKind.Unknown || customers.Batch > 1 ? ArrivalKind.Unknown : ArrivalKind.Approximate;
    }
}
