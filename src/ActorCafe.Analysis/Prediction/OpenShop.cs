using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Customers who come at a rate of their own, or whenever the first stage is free: stage by stage, from the door on.</summary>
internal static class OpenShop
{
    public static ShopPrediction Predict(ShopWork work)
    {
        if (work.Forwards() is not { } order)
        {
            return Returning(work);
        }

        var customers = Customers(work.Settings.Customers.Arrivals);
        var outcomes = new Dictionary<StageWork, StageOutcome>();
        foreach (var stage in order)
        {
            var streams = new List<CustomerStream>();
            if (work.ShareBeginning(stage) is > 0 and var share)
            {
                streams.Add(customers.Thinned(share));
            }

            streams.AddRange(outcomes
                .Select(before => (before.Value.Out, Share: work.ShareToNext(before.Key, stage)))
                .Where(before => before.Share > 0)
                .Select(before => before.Out.Thinned(before.Share)));
            outcomes.Add(stage, streams.Count == 0
                ? new StageOutcome(OpenStage.Idle(stage), new CustomerStream(StreamKind.Unknown, 0, stage.Stage.Name))
                : OpenStage.Predict(work, new StageCase(stage, CustomerStream.Merged(streams))));
        }

        return WholeShop.Of(work, [.. work.Stages.Select(stage => Slowed(stage, outcomes[stage]))]);

        StageOutcome Slowed(StageWork stage, StageOutcome outcome) =>
            outcome.Prediction.Overload is null && customers.Rate * stage.Demand >= stage.Stage.Workers && outcomes.Values.Any(other => other.Prediction.Overload is not null)
                ? outcome with { Prediction = outcome.Prediction with { Why = $"{outcome.Prediction.Why}; it keeps up only because no more is passed on: all customers would be too many here too" } }
                : outcome;
    }

    private static CustomerStream Customers(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Hourly { RatesPerHour: [0, ..] } => new(StreamKind.Unknown, null, "customers"),
        ArrivalSettings.Hourly hourly => new(StreamKind.Poisson, hourly.RatesPerHour[0] / 3600, "customers"),
        ArrivalSettings.Renewal { Gap.Mean: > 0 } renewal => Renewal(renewal),
        // Customers are called by idle workers: a rate that only the first stage knows.
        _ => new(StreamKind.Unknown, null, "customers"),
    };

    private static CustomerStream Renewal(ArrivalSettings.Renewal renewal)
    {
        var rate = renewal.Batch / renewal.Gap.Mean;
        if (Exponentiality.IsExponential(renewal.Gap))
        {
            return new(StreamKind.Poisson, rate, "customers") { Batch = renewal.Batch };
        }

        return InterArrivalTime.Of(renewal.Gap) is { } gap
            ? new(StreamKind.Renewal, rate, "customers")
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
            : new(StreamKind.Unknown, rate, "customers");
    }

    /// <summary>Drinks come back to a stage they were at: exact for a network of exponential stages only (Jackson).</summary>
    private static ShopPrediction Returning(ShopWork work)
    {
        var customers = Customers(work.Settings.Customers.Arrivals);
        var outcomes = work.Stages.Select(stage => stage.Drinks.IsEmpty
            ? new StageOutcome(OpenStage.Idle(stage), customers)
            : OpenStage.Predict(work, new StageCase(stage, customers with { Rate = customers.Rate * stage.Arrivals, Kind = Kind(stage), Gap = null, Letter = "M" }))).ToArray();
        return WholeShop.Of(work, outcomes);

        StreamKind Kind(StageWork stage) => customers is { Kind: StreamKind.Poisson, Batch: 1 } && work.Stages.All(other => other.NotExponential is null && OpenStage.KeepsPoisson(work, other))
            ? StreamKind.Poisson
            : customers.Kind == StreamKind.Unknown || customers.Batch > 1 ? StreamKind.Unknown : StreamKind.Approximate;
    }
}
