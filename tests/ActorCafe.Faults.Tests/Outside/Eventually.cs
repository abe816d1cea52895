namespace ActorCafe.Faults.Tests.Outside;

/// <summary>Polls until a condition holds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>The time until <paramref name="look"/> returned null; its last result says what is missing.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<TimeSpan> NothingIsMissingAsync(TimeSpan patience, Func<Task<string?>> look)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        using var timer = new PeriodicTimer(LookAgain);
        while (true)
        {
            var missing = await look();
            var taken = time.GetElapsedTime(began);
            if (missing is null)
            {
                return taken;
            }

            if (taken > patience)
            {
                throw new TimeoutException($"after {taken.TotalSeconds:F1} s: {missing}");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
