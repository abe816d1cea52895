namespace ActorCafe.Faults.Tests.Outside;

/// <summary>Waits for what is to come, looking again and again.</summary>
internal static class Until
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>How long it took until <paramref name="look"/> returned null; what it returned last says what is missing.</summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
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
