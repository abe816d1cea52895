using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Prediction;

public sealed class AgreementTests
{
    [Fact]
    public void A_prediction_agrees_or_differs_or_there_is_no_interval()
    {
        Agreement Of(double? predicted, Interval? interval) => new("waiter", "M/M/1", Exactness.Exact, predicted, 30, interval);

        Of(30, new(28, 31)).Verdict.ShouldBe(Verdict.Agrees);
        Of(31, new(28, 31)).Verdict.ShouldBe(Verdict.Agrees);
        Of(32, new(28, 31)).Verdict.ShouldBe(Verdict.Differs);
        Of(30, null).Verdict.ShouldBe(Verdict.NoInterval);
        Of(null, new(28, 31)).Verdict.ShouldBe(Verdict.NoFormula);
    }

    [Fact]
    public async Task The_number_in_shop_agrees_over_several_runs()
    {
        var shop = Shops.Pipeline(1, 2, 2).WithArrivals(new ArrivalSettings.Renewal(new Exponential(60), 1), 5000);
        var prediction = ShopTheory.Predict(shop with { Statistics = new StatisticsSettings(new WarmUp.Orders(200), 0.999) });

        var result = await Simulation.RunAsync(shop with { Statistics = new StatisticsSettings(new WarmUp.Orders(200), 0.999) }, new RunOptions { Replications = 10, MeasureCapacity = false });

        var row = Agreement.Of(prediction, result).Single(row => row.MoreInShopThan is not null);
        row.MoreInShopThan.ShouldBe(prediction.InShop!.Quantile(0.95));
        row.Verdict.ShouldBe(Verdict.Agrees, $"{row}");
        row.Interval!.Low.ShouldBeGreaterThan(0.5 * row.Predicted!.Value);
        Agreement.Of(prediction, result.Runs[0]).Single(one => one.MoreInShopThan is not null).Verdict.ShouldBe(Verdict.NoInterval);
    }

    [Fact]
    public async Task The_mean_over_days_is_not_the_one_that_is_predicted_unless_times_are_constant()
    {
        async Task<Verdict[]> OfAsync(ShopSettings shop)
        {
            var result = await Simulation.RunAsync(shop, new RunOptions { Replications = 3, MeasureCapacity = false });
            result.ResponseTime.Ci.ShouldNotBeNull();
            return [.. Agreement.Of(ShopTheory.Predict(shop), result).Select(row => row.Verdict).Distinct()];
        }

        var busy = Shops.Pipeline(1, 2, 2);
        (await OfAsync(busy with { Customers = busy.Customers with { Until = TimeSpan.FromHours(2) } })).ShouldBe([Verdict.NoInterval]);
        var constant = Shops.Pipeline(1, 2, 2, new Deterministic(20), new Deterministic(60), new Deterministic(45));
        (await OfAsync(constant with { Customers = constant.Customers with { Arrivals = new ArrivalSettings.AllAtOnce() } })).ShouldBe([Verdict.Agrees]);
    }
}
