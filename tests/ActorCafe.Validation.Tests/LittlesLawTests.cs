using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>
/// L = lambda W (J. D. C. Little, Operations Research 9, 1961). Over a whole run that begins and ends empty, it is an identity
/// rather than a statistic: both sides are the same area, measured by time and by order.
/// </summary>
public class LittlesLawTests
{
    private const long Orders = 5_000;

    public static TheoryData<string> Kinds => ["plain", "priority", "impatient", "rejecting", "blocking", "staying", "remaking", "closed", "random", "shortest"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_shop_obeys_Littles_law(string kind)
    {
        var result = await Whole(kind, seed: 91).RunAsync();

        result.LittlesLaw.RelativeError!.Value.ShouldBeLessThan(1e-9);
        var orders = result.Orders;
        orders.Arrived.ShouldBe(Orders);
        (orders.Served + orders.Rejected + orders.Reneged + orders.Unserved).ShouldBe(orders.Arrived);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_queue_obeys_Littles_law(string kind)
    {
        var result = await Whole(kind, seed: 92).RunAsync();

        foreach (var stage in result.Stages)
        {
            var time = result.Makespan!.Value;
            var waited = stage.WaitingTime.Mean!.Value * stage.Completions;
            var served = stage.ServiceTime.Mean!.Value * stage.Completions;
            (stage.Utilisation!.Value * stage.Workers * time).ShouldBe(served, 1e-6 * served);

            // Customers who reneged were in the queue too, but have no waiting time.
            var stood = stage.QueueLength.Mean!.Value * time;
            if (kind == "impatient" && stage.Name == "waiter")
            {
                stood.ShouldBeGreaterThan(waited);
            }
            else
            {
                stood.ShouldBe(waited, 1e-6 * waited);
            }
        }
    }

    [Fact]
    public async Task The_time_in_shop_is_waiting_plus_service()
    {
        var result = await Whole("plain", seed: 93).RunAsync();

        result.ResponseTime.Mean!.Value.ShouldBe(
            result.Stages.Sum(stage => stage.WaitingTime.Mean!.Value + stage.ServiceTime.Mean!.Value),
            1e-6);
    }

    private static ShopSettings Whole(string kind, long seed)
    {
        var shop = Shop(kind);
        return shop with { Seed = seed, Customers = shop.Customers with { Orders = Orders } };
    }

    private static ShopSettings Shop(string kind)
    {
        var shop = Shops.Pipeline(1, 3, 2).WithPoissonArrivals(30);
        return kind switch
        {
            "priority" => shop.WithStage("grinder", stage => stage with { Priority = true }),
            "impatient" => shop.WithCustomers(customers => customers with { Patience = new Exponential(30) }),
            "rejecting" => shop.WithStage("grinder", stage => stage with { QueueCapacity = 1, WhenFull = WhenFull.Reject }),
            "blocking" => shop.WithStage("machine", stage => stage with { QueueCapacity = 1, WhenFull = WhenFull.Block }),
            "staying" => Shops.Solo(5).WithPoissonArrivals(30),
            "remaking" => shop.WithRecipe(step => step with { RemakeProbability = 0.1 }),
            "closed" => shop.WithArrivals(new ArrivalSettings.Closed(8, new Exponential(60))),
            "random" => shop.WithStage("grinder", stage => stage with { Router = "random-pool" }),
            "shortest" => shop.WithStage("grinder", stage => stage with { Router = "shortest-queue-pool" }),
            _ => shop,
        };
    }
}
