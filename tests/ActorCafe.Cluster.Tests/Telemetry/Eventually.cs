namespace ActorCafe.Cluster.Tests.Telemetry;

internal static class Eventually
{
    /// <summary>Polls until a condition holds, for at most 30 s.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }
    }
}
