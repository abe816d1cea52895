using System.Collections.Immutable;
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
            .. settings.Stages
                .TakeWhile(stage => stage.QueueCapacity is null || stage.WhenFull == WhenFull.Block)
                .Where(stage => rate * SecondsPerCustomer(settings, stage) / WorkersAtMost(stage) >= 1)
                .Select(stage => stage.Name),
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

    private static double SecondsPerCustomer(ShopSettings settings, StageSettings stage)
    {
        var shares = settings.Menu.Sum(drink => drink.Share);
        return settings.Menu.Sum(drink => drink.Share / shares * SecondsPerOrder(settings, drink, stage));
    }

    private static double SecondsPerOrder(ShopSettings settings, Drink drink, StageSettings stage)
    {
        var seconds = 0.0;
        var isStaying = false;
        for (var at = 0; at < drink.Recipe.Length; at++)
        {
            var step = drink.Recipe[at];
            if (step.Stage != stage.Index && !isStaying)
            {
                continue;
            }

            seconds += step.Service.Mean / (1 - step.RemakeProbability);
            var isLast = at == drink.Recipe.Length - 1;
            if (isLast || drink.Recipe[at + 1].Stage != step.Stage)
            {
                seconds += settings.Stages[step.Stage].HandOverTime.TotalSeconds;
                isStaying |= stage.StaysWithOrder && !isLast;
            }
        }

        return seconds;
    }
}
