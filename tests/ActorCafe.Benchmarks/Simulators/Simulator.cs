using ActorCafe.Shop;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>A way to simulate the café.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Description">The name in the table.</param>
/// <param name="Play">Simulates the café and returns the mean response time in seconds.</param>
/// <param name="EventsPerOrder">Events per order; 0: it has no events.</param>
internal sealed record Simulator(string Name, string Description, Func<CafeModel, Task<double>> Play, int EventsPerOrder)
{
    public static IReadOnlyList<Simulator> All { get; } =
    [
        new("actorcafe", "ActorCafe, all statistics", PlayShopAsync, 4),
        new("event-list", "event list on the framework's PriorityQueue, a mean only", model => Task.FromResult(new EventList(model).Run()), EventList.EventsPerOrder),
        new("recursion", "Lindley / Kiefer-Wolfowitz recursion, a mean only", model => Task.FromResult(new Recursion(model).Run()), 0),
    ];

    private static async Task<double> PlayShopAsync(CafeModel model)
    {
        var result = await Simulation.RunAsync(model.Shop(), new RunOptions { MeasureCapacity = false });
        return result.ResponseTime.Mean!.Value;
    }
}
