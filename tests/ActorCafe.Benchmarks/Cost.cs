using System.Diagnostics;

namespace ActorCafe.Benchmarks;

/// <summary>What something took of this process: all its threads, the compiler's and the collector's included.</summary>
/// <param name="CpuSeconds">User and system.</param>
/// <param name="Bytes">Allocated by all threads.</param>
internal readonly record struct Cost(double CpuSeconds, long Bytes)
{
    public static async Task<(Cost Cost, T Result)> OfAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var before = process.TotalProcessorTime;
        var result = await work();
        process.Refresh();
        return (new((process.TotalProcessorTime - before).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes), result);
    }

    /// <summary>The CPU-seconds of this process since it was started.</summary>
    public static double SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The most memory this process has had, in MB.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
