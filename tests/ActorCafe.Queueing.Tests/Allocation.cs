namespace ActorCafe.Queueing.Tests;

/// <summary>What code allocates on the heap.</summary>
internal static class Allocation
{
    /// <summary>
    /// The least of a few measurements, in bytes: code that allocates does so each time, whereas what the runtime itself puts
    /// on the thread (a collection or a recompilation in the middle) is not there again.
    /// </summary>
    public static long Of(Action action) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
