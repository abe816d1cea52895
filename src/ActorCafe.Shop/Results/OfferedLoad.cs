using System.Collections.Immutable;
using ActorCafe.Shop.Prediction;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>The offered load of each stage: arrival rate x mean time a worker gives to an order / workers.</summary>
internal static class OfferedLoad
{
    /// <summary>
    /// The stages with an offered load of 1 or more: their queues grow as long as customers come, so there is no steady state.
    /// None where customers do not come at a rate of their own, and none at or behind a stage that turns orders away.
    /// </summary>
    public static ImmutableArray<string> Unstable(ShopSettings settings)
    {
        if (CustomersPerSecond(settings.Customers.Arrivals) is not { } rate || settings.Customers.Patience is not null)
        {
            return [];
        }

        return
        [
            .. new ShopWork(settings).Stages
                .TakeWhile(stage => stage.Stage.QueueCapacity is null || stage.Stage.WhenFull == WhenFull.Block)
                .Where(stage => rate * stage.Demand / WorkersAtMost(stage.Stage) >= 1)
                .Select(stage => stage.Stage.Name),
        ];
    }

    private static double? CustomersPerSecond(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Renewal renewal => renewal.Batch / renewal.Gap.Mean,
        ArrivalSettings.Hourly hourly => hourly.RatesPerHour.Average() / 3600,
        _ => null,
    };

    private static int WorkersAtMost(StageSettings stage) =>
        stage.Schedule.Select(change => change.Workers).Append(stage.Workers).Max();
}
