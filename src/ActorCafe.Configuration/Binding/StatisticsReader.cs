using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.statistics</c>.</summary>
internal static class StatisticsReader
{
    private const string OrElse = ", or auto";

    public static StatisticsSettings Read(ConfigSection statistics, CustomersSettings customers)
    {
        statistics.CheckKeys(KnownKeys.Statistics);
        return new(ReadWarmUp(statistics.Need("warm-up", "write warm-up = 0"), customers), Confidence(statistics.Need("confidence", "write confidence = 0.95")));
    }

    private static WarmUp ReadWarmUp(ConfigEntry entry, CustomersSettings customers) =>
        entry.Is("auto") ? new WarmUp.Auto()
        : entry.Node is Hocon.HoconScalar { Text: var text } && char.IsLetter(text.LastOrDefault()) && text.Any(char.IsDigit) ? Length(entry, customers)
        : Orders(entry, customers);

    private static WarmUp.Orders Orders(ConfigEntry entry, CustomersSettings customers)
    {
        var orders = entry.Whole(0, orElse: ", a time such as 30m" + OrElse);
        return orders < Expected(customers) ? new(orders)
            : throw entry.Error($"a warm-up of {orders} leaves none of {Expected(customers)} orders to count", $"write a smaller number{OrElse}");
    }

    private static WarmUp Length(ConfigEntry entry, CustomersSettings customers)
    {
        var length = entry.Duration(", a number of orders" + OrElse);
        return length == TimeSpan.Zero ? WarmUp.None
            : WhyNothingCounts(length, customers) is { } reason ? throw entry.Error($"a warm-up of {ErrorText.Clock(length)} leaves nothing to count: {reason}", $"write a shorter time{OrElse}")
            : new WarmUp.Length(length);
    }

    /// <summary>Why no order can be placed after a warm-up, or nothing measured; null if it can.</summary>
    private static string? WhyNothingCounts(TimeSpan length, CustomersSettings customers)
    {
        var opening = customers.OpensAt;
        return customers switch
        {
            { StopAt: { } stop } when length >= stop - opening => $"the run is cut off at {ErrorText.Clock(stop)}",
            { Until: { } until } when length >= until - opening => $"the door closes at {ErrorText.Clock(until)}",
            { Arrivals: ArrivalSettings.Trace { Entries: var entries } } when entries.IsEmpty || length > entries[(int)Expected(customers) - 1].Time - opening => "the last customer of the trace comes before its end",
            { Arrivals: ArrivalSettings.AllAtOnce or ArrivalSettings.Renewal { Gap.Mean: 0 } } => "all customers come at opening",
            _ => null,
        };
    }

    /// <summary>The upper limit of the number of orders.</summary>
    private static long Expected(CustomersSettings customers)
    {
        var orders = customers.Orders ?? long.MaxValue;
        return customers.Arrivals is ArrivalSettings.Trace trace ? Math.Min(orders, trace.Entries.Length) : orders;
    }

    private static double Confidence(ConfigEntry entry) =>
        entry.Number() is > 0 and < 1 and var level ? level
            : throw entry.Error("the level is not between 0 and 1", "write a number above 0 and below 1 such as 0.95");
}
