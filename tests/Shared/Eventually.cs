namespace ActorCafe.Tests.Shared;

/// <summary>Waits for what happens elsewhere.</summary>
internal static class Eventually
{
    /// <summary>Polls until a condition holds, for at most 60 s.</summary>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <inheritdoc cref="TrueAsync(Func{bool})"/>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }
    }
}
