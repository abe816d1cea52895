namespace ActorCafe.Faults.Tests;

/// <summary>Awaits conditions.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            try
            {
                await looks.WaitForNextTickAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"not within {limit.TotalSeconds:F0} s: {what}");
            }
        }
    }
}
