using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>What an order leaves to the garbage collector: bytes, which no other load of the machine changes.</summary>
public class AllocationTests
{
    // Measured: under 1 (slips are used again); one object for each order would be 24.
    private const double MostBytes = 10;

    [Theory]
    [InlineData("shared-queue-pool")]
    [InlineData("round-robin-pool")]
    [InlineData("shortest-queue-pool")]
    [InlineData("random-pool")]
    public async Task An_order_allocates_almost_nothing(string router)
    {
        var shop = Shops.Pipeline(2, 3, 4) with { Customers = new CustomersSettings { Arrivals = Shops.Pipeline().Customers.Arrivals, Orders = 41_000 } };
        shop = shop with { Stages = [.. shop.Stages.Select(stage => stage with { Router = router })] };
        var least = double.MaxValue;

        // Compilation in the middle allocates on the thread it stops; it is not there again.
        for (var run = 0; run < 3; run++)
        {
            // Between these no room is made for observations (after 32,512 of a kind, and after 40,704).
            var meter = new Meter(33_000, 40_000);
            await TestRuns.RunAsync(shop, new RunOptions { OrderLog = _ => meter });
            least = Math.Min(least, meter.BytesPerOrder);
        }

        least.ShouldBeLessThan(MostBytes);
    }

    /// <summary>Reads what the clock's thread has allocated when certain orders leave.</summary>
    private sealed class Meter(long first, long last) : IOrderLog
    {
        private long _left;
        private long _before;

        public double BytesPerOrder { get; private set; } = double.MaxValue;

        public void Left(Order order)
        {
            _left++;
            if (_left == first)
            {
                _before = GC.GetAllocatedBytesForCurrentThread();
            }
            else if (_left == last)
            {
                BytesPerOrder = (double)(GC.GetAllocatedBytesForCurrentThread() - _before) / (last - first);
            }
        }
    }
}
