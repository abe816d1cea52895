using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Calls of the simulation that share <see cref="RunOptions.Slots"/>.</summary>
public sealed class SharedSlotsTests
{
    private const int Orders = 300;

    private static readonly ShopSettings Shop = Shops.Pipeline(1, 2, 2).WithCustomers(customers => customers with { Orders = Orders });

    private readonly Lock _gate = new();
    private int _running;
    private int _most;

    [Fact]
    public async Task No_more_runs_go_on_at_once_than_there_are_slots()
    {
        using var slots = new SemaphoreSlim(1);
        var options = new RunOptions { Replications = 4, Parallel = 4, Slots = slots, MeasureCapacity = false, OrderLog = _ => new RunLog(this) };

        await Task.WhenAll(Simulation.RunAsync(Shop, options), Simulation.RunAsync(Shop, options));

        _most.ShouldBe(1);
        slots.CurrentCount.ShouldBe(1);
    }

    [Fact]
    public async Task Slots_change_no_result()
    {
        using var slots = new SemaphoreSlim(1);
        var options = new RunOptions { Replications = 4, Parallel = 4 };

        var shared = await Simulation.RunAsync(Shop, options with { Slots = slots });

        shared.Checksum.ShouldBe((await Simulation.RunAsync(Shop, options)).Checksum);
    }

    private void Count(int change)
    {
        lock (_gate)
        {
            _running += change;
            _most = Math.Max(_most, _running);
        }
    }

    /// <summary>Counts a run as going on from its first order to its last.</summary>
    private sealed class RunLog(SharedSlotsTests runs) : IOrderLog
    {
        private int _left;

        public void Left(Order order)
        {
            _left++;
            runs.Count(_left == 1 ? 1 : _left == Orders ? -1 : 0);
        }
    }
}
