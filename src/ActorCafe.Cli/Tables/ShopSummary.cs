using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tables;

/// <summary>A shop in a few lines, before anything is played.</summary>
internal static class ShopSummary
{
    public static IEnumerable<string> Of(ShopSettings shop)
    {
        yield return $"{shop.Name}: ok";
        foreach (var stage in shop.Stages)
        {
            yield return $"  {stage.Name}: {Human.Workers(stage.Workers)} for {string.Join(", ", stage.Performs)}{Particulars(stage)}";
        }

        yield return $"  customers: {Customers(shop.Customers)}";
    }

    private static string Particulars(StageSettings stage) => string.Concat(
        stage.Router == "shared-queue-pool" ? "" : $"; {stage.Router}",
        stage.StaysWithOrder ? "; stays with the order until it is served" : "",
        stage.QueueCapacity is { } room ? $"; room for {Human.Count(room)} to wait, {(stage.WhenFull == WhenFull.Block ? "then blocks" : "then rejects")}" : "",
        stage.Schedule.IsEmpty ? "" : $"; {string.Join(", ", stage.Schedule.Select(change => $"{change.Workers} from {Human.Time(change.At.TotalSeconds)}"))}");

    /// <summary>Who comes, how many and until when.</summary>
    public static string Customers(CustomersSettings customers) => string.Concat(
        Arrivals(customers.Arrivals),
        customers.Orders is { } orders ? $"; {Human.Count(orders)} orders" : "",
        customers.Until is { } until ? $"; until {Human.Time(until.TotalSeconds)}" : "",
        customers.StopAt is { } stop ? $"; cut off at {Human.Time(stop.TotalSeconds)}" : "",
        customers.Patience is { } patience ? $"; patient for {Human.Time(patience.Mean)} on average" : "");

    private static string Arrivals(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Renewal { Batch: 1 } renewal => $"one every {Human.Time(renewal.Gap.Mean)} on average",
        ArrivalSettings.Renewal renewal => $"{Human.Count(renewal.Batch)} at a time every {Human.Time(renewal.Gap.Mean)} on average",
        ArrivalSettings.Saturated => "one whenever the first stage has an idle worker",
        ArrivalSettings.AllAtOnce => "all there at opening",
        ArrivalSettings.Trace trace => $"{Human.Count(trace.Entries.Length)} as recorded",
        ArrivalSettings.Closed closed => $"{Human.Count(closed.Population)} who come again, thinking {Human.Time(closed.Think.Mean)} on average",
        ArrivalSettings.Hourly hourly => $"{string.Join(", ", hourly.RatesPerHour.Select(rate => Human.Number(rate)))} in each hour",
        _ => arrivals.GetType().Name,
    };
}
