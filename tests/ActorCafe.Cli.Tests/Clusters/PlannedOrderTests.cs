using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Tests.Clusters;

/// <summary>A cluster receives the customers of the single-node simulation, from opening on.</summary>
public sealed class PlannedOrderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("arrivals { process = renewal, distribution = exponential, mean = 40s }, orders = 50")]
    [InlineData("arrivals { process = renewal, distribution = deterministic, value = 60s, batch = 3 }, orders = 50")]
    [InlineData("arrivals { process = renewal, distribution = deterministic, value = 60s }, orders = unlimited, until = 10m")]
    [InlineData("arrivals { process = hourly, rates = [60, 0, 120] }, orders = 100")]
    [InlineData("arrivals { process = all-at-once }, orders = 20")]
    [InlineData("arrivals { process = hourly, rates = [60, 0, 120] }, orders = 100, opens-at = 8h")]
    [InlineData("arrivals { process = trace, file = \"trace.csv\" }")]
    public async Task The_same_drinks_are_ordered_at_the_same_times(string customers)
    {
        _folder.Write("trace.csv", "time,customer,drink\n00:00:10,Ada,tea\n00:00:10,Alan,coffee\n00:01:00,Grace,tea\n");
        var file = _folder.Write("shop.conf", $$"""
            cafe {
              menu { coffee { steps = [accept, grind, brew], share = 0.6 }, tea { steps = [accept, brew], share = 0.4 } }
              customers { {{customers}} }
            }
            """);
        var shop = ShopFiles.Load([file], []).Settings;
        var placed = new Placed();
        await Simulation.RunAsync(shop, new RunOptions { MeasureCapacity = false, OrderLog = _ => placed });

        var planned = PlannedOrder.Of(shop).Select(order => (order.Number, order.At, order.Drink)).ToList();

        planned.ShouldNotBeEmpty();
        planned.ShouldBe(placed.Orders.OrderBy(order => order.Number).Select(order => (order.Number, order.At - shop.Customers.OpensAt, order.Drink)));
    }

    [Fact]
    public void Customers_who_come_when_there_is_room_are_not_planned() =>
        Should.Throw<ArgumentException>(() => PlannedOrder.Of(SampleData.Shop() with
        {
            Customers = new() { Arrivals = new Shop.Settings.ArrivalSettings.Saturated(), Orders = 1 },
        }).ToList());

    public void Dispose() => _folder.Dispose();

    private sealed class Placed : IOrderLog
    {
        public List<(long Number, TimeSpan At, string Drink)> Orders { get; } = [];

        public void Left(Order order) => Orders.Add((order.Number, order.Placed, order.Drink.Name));
    }
}
