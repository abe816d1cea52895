using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.statistics</c>.</summary>
internal static class StatisticsReader
{
    public static StatisticsSettings Read(ConfigSection statistics, CustomersSettings customers)
    {
        statistics.CheckKeys(KnownKeys.Statistics);
        return new(WarmUp(statistics.Need("warm-up", "write warm-up = 0"), customers), Confidence(statistics.Need("confidence", "write confidence = 0.95")));
    }

    private static long? WarmUp(ConfigEntry entry, CustomersSettings customers)
    {
        if (entry.Is("auto"))
        {
            return null;
        }

        var warmUp = entry.Whole(0, orElse: ", or auto");
        return warmUp < Expected(customers) ? warmUp
            : throw entry.Error($"a warm-up of {warmUp} leaves none of {Expected(customers)} orders to count", "write a smaller number, or auto");
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
