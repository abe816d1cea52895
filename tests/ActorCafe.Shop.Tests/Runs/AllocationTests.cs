using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Measures the bytes allocated per order, which do not depend on other load of the machine.</summary>
public class AllocationTests
{
    // Measured: under 1, because order records are reused. One object per order would be 24.
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

        // JIT compilation during a run may allocate on this thread. A later run has none, so the least counts.
        for (var run = 0; run < 3; run++)
        {
            // No buffer of observations grows between these two orders (they grow at 32,512 and 40,704 observations).
            var meter = new Meter(33_000, 40_000);
            await TestRuns.RunAsync(shop, new RunOptions { OrderLog = _ => meter });
            least = Math.Min(least, meter.BytesPerOrder);
        }

        least.ShouldBeLessThan(MostBytes);
    }

    /// <summary>Reads the allocated bytes of the clock's thread when certain orders leave.</summary>
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
