using ActorCafe.Shop;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>A simulator in .NET, which runs in this process.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Description">The name in the table.</param>
/// <param name="Label">The name in the picture.</param>
/// <param name="EventsPerOrder">Events per order; 0: it has no events.</param>
/// <param name="Simulate">Simulates the café and returns the mean response time in seconds.</param>
internal sealed record ManagedSimulator(string Name, string Description, string Label, int EventsPerOrder, Func<CafeModel, Task<double>> Simulate) : ISimulator
{
    /// <summary>The orders of a short round of the warm-up.</summary>
    public const int OrdersOfWarmUp = 20_000;

    /// <summary>The number of whole rounds of the warm-up, after the short ones.</summary>
    public const int WholeWarmUp = 3;

    public static ManagedSimulator ActorCafe { get; } = new("actorcafe", "ActorCafe, all statistics", "ActorCafe", 4, SimulateShopAsync);

    public static ManagedSimulator EventList { get; } =
        new("event-list", "event list on the framework's PriorityQueue, a mean only", "event list", Simulators.EventList.EventsPerOrder, model => Task.FromResult(new Simulators.EventList(model).Run()));

    public static ManagedSimulator Recursion { get; } =
        new("recursion", "Lindley / Kiefer-Wolfowitz recursion, a mean only", "recursion", 0, model => Task.FromResult(new Simulators.Recursion(model).Run()));

    public async Task<Figures> MeasureAsync(CafeModel model, int rounds, int warmUp)
    {
        List<double> means = [await Simulate(model)], seconds = [], bytes = [];
        var cold = Cost.SinceStart();
        await WarmAsync(model, warmUp);
        for (var round = 0; round < rounds; round++)
        {
            var (cost, mean) = await Cost.OfAsync(() => Simulate(model));
            means.Add(mean);
            seconds.Add(cost.CpuSeconds);
            bytes.Add((double)cost.Bytes / model.Orders);
        }

        return new(model.Orders, cold, seconds, Median.Of(bytes), Cost.PeakMegabytes(), means);
    }

    // The JIT compiler optimizes a method after thirty calls. Code that runs once per run needs that many short runs, and loops that are
    // recompiled while a long run is under way need a few long ones.
    private async Task WarmAsync(CafeModel model, int rounds)
    {
        foreach (var warm in Enumerable.Repeat(new CafeModel(OrdersOfWarmUp), rounds).Concat(Enumerable.Repeat(model, WholeWarmUp)))
        {
            await Simulate(warm);
        }
    }

    private static async Task<double> SimulateShopAsync(CafeModel model)
    {
        var result = await Simulation.RunAsync(model.Shop(), new RunOptions { MeasureCapacity = false });
        return result.ResponseTime.Mean!.Value;
    }
}
