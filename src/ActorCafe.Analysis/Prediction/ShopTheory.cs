using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Predicts a shop by queueing theory: chooses a model for each stage and says why. A pure function of the settings.</summary>
public static class ShopTheory
{
    /// <summary>Predicts a shop; where no formula applies, the prediction says why.</summary>
    public static ShopPrediction Predict(ShopSettings shop)
    {
        var network = new QueueingNetwork(shop);
        var prediction = DeterministicShop.Predict(network) ?? SaturatedTandem.Predict(network) ?? shop.Customers.Arrivals switch
        {
            ArrivalSettings.Closed closed => ClosedShop.Predict(network, closed),
            ArrivalSettings.Trace => ShopPrediction.None(network.Settings, "recorded customers (cafe.customers.arrivals.process = trace) have no rate that a formula could use"),
            ArrivalSettings.AllAtOnce => ShopPrediction.None(network.Settings, "all customers come at once (cafe.customers.arrivals.process = all-at-once), and with times that are not constant there is no formula for how long they take"),
            ArrivalSettings.Renewal { Changes.IsEmpty: false } => ShopPrediction.None(network.Settings, "the rate of customers changes (cafe.customers.arrivals.changes), which no formula here covers"),
            ArrivalSettings.Hourly hourly when hourly.RatesPerHour.Distinct().Skip(1).Any() => ShopPrediction.None(network.Settings, "the rate of customers changes from hour to hour (cafe.customers.arrivals.rates), which no formula here covers"),
            _ => OpenShop.Predict(network),
        };
        var capacity = BottleneckCapacity.Of(shop);
        return prediction with
        {
            CapacityPerHour = prediction.CapacityPerHour ?? capacity?.PerHour,
            CapacityAtMost = prediction.CapacityPerHour is null ? capacity?.WhyLess : null,
            Bottleneck = capacity?.Stage,
            Confidence = shop.Statistics.Confidence,
        };
    }
}
