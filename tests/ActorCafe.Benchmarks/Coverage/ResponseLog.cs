using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Benchmarks.Coverage;

/// <summary>The response times of one run, so that several warm-ups can be tried on it.</summary>
internal sealed class ResponseLog(int orders) : IOrderLog
{
    private readonly List<(long Number, double Seconds)> _orders = new(orders);

    public void Left(Order order) => _orders.Add((order.Number, (order.Left - order.Placed).TotalSeconds));

    /// <summary>The response times of the orders after the first <paramref name="warmUp"/>, as they left.</summary>
    public IEnumerable<double> After(long warmUp) => _orders.Where(order => order.Number > warmUp).Select(order => order.Seconds);
}
