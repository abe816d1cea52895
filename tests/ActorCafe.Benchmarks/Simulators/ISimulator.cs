namespace ActorCafe.Benchmarks.Simulators;

/// <summary>A way to simulate the café.</summary>
internal interface ISimulator
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The name in the table.</summary>
    string Description { get; }

    /// <summary>The name in the picture.</summary>
    string Label { get; }

    /// <summary>Events per order; 0: it has no events.</summary>
    int EventsPerOrder { get; }

    /// <summary>How to install it; null if it is installed.</summary>
    Task<string?> MissingAsync() => Task.FromResult<string?>(null);

    /// <summary>Simulates the café in one cold round and then in warm ones.</summary>
    /// <param name="model">The café. A slow simulator may serve fewer orders.</param>
    /// <param name="rounds">The number of warm rounds.</param>
    /// <param name="warmUp">The number of short rounds between the cold and the warm ones, if it has a JIT compiler.</param>
    Task<Figures> MeasureAsync(CafeModel model, int rounds, int warmUp);
}
