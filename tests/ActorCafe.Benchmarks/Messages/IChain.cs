namespace ActorCafe.Benchmarks.Messages;

/// <summary>Three stages of 1, 3 and 4 workers that do nothing but hand on, and a counter that sends in the next for each that leaves.</summary>
internal interface IChain : IAsyncDisposable
{
    string Name { get; }

    /// <summary>A chain too slow for all the orders of a round passes one in so many, but no fewer than are in flight.</summary>
    int OneIn => 1;

    /// <summary>Passes so many orders through, so many at once; done when the last has left.</summary>
    Task RunAsync(long orders, int inFlight);
}
