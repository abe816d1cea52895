namespace ActorCafe.Benchmarks.Messages;

/// <summary>Three stages of 1, 3 and 4 workers that only pass messages on, and a counter that sends the next message for each that arrives.</summary>
internal interface IChain : IAsyncDisposable
{
    string Name { get; }

    /// <summary>The divisor of the number of orders, for a chain too slow to pass all of a round; never fewer than are in flight.</summary>
    int OneIn => 1;

    /// <summary>Passes orders through the chain, a fixed number at a time; completes when the last has left.</summary>
    Task RunAsync(long orders, int inFlight);
}
