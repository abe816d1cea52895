using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tables;

/// <summary>A loaded shop in a few lines.</summary>
internal static class ShopSummary
{
    public static IEnumerable<string> Of(ShopSettings shop)
    {
        yield return $"{shop.Name}: ok";
        foreach (var stage in shop.Stages)
        {
            yield return $"  {stage.Name}: {DisplayFormat.Workers(stage.Workers)} for {string.Join(", ", stage.Performs)}{Particulars(stage)}";
        }

        yield return $"  customers: {Customers(shop.Customers)}";
    }

    private static string Particulars(StageSettings stage) => string.Concat(
        stage.Router == "shared-queue-pool" ? "" : $"; {stage.Router}",
        stage.Preempts ? "; higher priorities interrupt lower ones" : "",
        stage.Breakdown is { } breakdown ? $"; breaks down every {DisplayFormat.Time(breakdown.Up.Mean)} on average, repaired in {DisplayFormat.Time(breakdown.Repair.Mean)}" : "",
        stage.StaysWithOrder ? "; stays with the order until it is served" : "",
        stage.QueueCapacity is { } room ? $"; room for {DisplayFormat.Count(room)} to wait, {(stage.WhenFull == WhenFull.Block ? "then blocks" : "then rejects")}" : "",
        stage.Patience is { } patience ? $"; customers patient for {DisplayFormat.Time(patience.Mean)} on average" : "",
        stage.Schedule.IsEmpty ? "" : $"; {DisplayFormat.Schedule(stage.Schedule)}");

    /// <summary>The arrivals, the number of orders, and the end.</summary>
    public static string Customers(CustomersSettings customers) => string.Concat(
        Arrivals(customers.Arrivals),
        customers.OpensAt > TimeSpan.Zero ? $"; opens at {DisplayFormat.Clock(customers.OpensAt)}" : "",
        customers.Orders is { } orders ? $"; {DisplayFormat.Count(orders)} orders" : "",
        customers.Until is { } until ? $"; until {DisplayFormat.Time(until.TotalSeconds)}" : "",
        customers.StopAt is { } stop ? $"; cut off at {DisplayFormat.Time(stop.TotalSeconds)}" : "",
        customers.Patience is { } patience ? $"; patient for {DisplayFormat.Time(patience.Mean)} on average" : "");

    private static string Arrivals(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Renewal { Batch: 1 } renewal => $"one every {Gaps(renewal)} on average",
        ArrivalSettings.Renewal renewal => $"{DisplayFormat.Count(renewal.Batch)} at a time every {Gaps(renewal)} on average",
        ArrivalSettings.Saturated => "one whenever the first stage has an idle worker",
        ArrivalSettings.AllAtOnce => "all there at opening",
        ArrivalSettings.Trace trace => $"{DisplayFormat.Count(trace.Entries.Length)} as recorded",
        ArrivalSettings.Closed closed => $"{DisplayFormat.Count(closed.Population)} who return after thinking for {DisplayFormat.Time(closed.Think.Mean)} on average",
        ArrivalSettings.Hourly hourly => $"{string.Join(", ", hourly.RatesPerHour.Select(rate => DisplayFormat.Number(rate)))} in each hour",
        _ => arrivals.GetType().Name,
    };

    private static string Gaps(ArrivalSettings.Renewal renewal) => string.Join(
        ", ", renewal.Changes.Select(change => $"{DisplayFormat.Time(change.Mean.TotalSeconds)} from {DisplayFormat.Time(change.At.TotalSeconds)}").Prepend(DisplayFormat.Time(renewal.Gap.Mean)));
}
