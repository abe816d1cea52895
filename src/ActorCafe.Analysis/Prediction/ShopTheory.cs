using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Chooses the model that each stage of a shop is, and says why; a pure function of the settings.</summary>
public static class ShopTheory
{
    /// <summary>What theory says of a shop, and where it says nothing, what stands in the way.</summary>
    public static ShopPrediction Predict(ShopSettings shop)
    {
        var work = new ShopWork(shop);
        var prediction = ConstantShop.Predict(work) ?? BlockedPair.Predict(work) ?? shop.Customers.Arrivals switch
        {
            ArrivalSettings.Closed closed => ClosedShop.Predict(work, closed),
            ArrivalSettings.Trace => NoSteadyState.Because(work, "recorded customers (cafe.customers.arrivals.process = trace) come at no rate that a formula could take"),
            ArrivalSettings.AllAtOnce => NoSteadyState.Because(work, "all customers come at once (cafe.customers.arrivals.process = all-at-once), and with times that are not constant there is no formula for how long they take"),
            ArrivalSettings.Hourly hourly when hourly.RatesPerHour.Distinct().Skip(1).Any() => NoSteadyState.Because(work, "the rate of customers changes from hour to hour (cafe.customers.arrivals.rates), so there is no steady state"),
            _ => OpenShop.Predict(work),
        };
        return prediction with
        {
            CapacityPerHour = prediction.CapacityPerHour ?? Capacity.PerHour(work),
            CapacityAtMost = prediction.CapacityPerHour is null ? Capacity.WhyLess(work) : null,
            Bottleneck = Capacity.Bottleneck(work),
        };
    }
}
