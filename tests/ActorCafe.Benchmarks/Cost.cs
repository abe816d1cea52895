using System.Diagnostics;

namespace ActorCafe.Benchmarks;

/// <summary>The cost of an operation over all threads of this process, including the JIT compiler and the garbage collector.</summary>
/// <param name="CpuSeconds">User and system CPU time, in seconds.</param>
/// <param name="Bytes">Bytes allocated by all threads.</param>
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

    /// <summary>The CPU time of this process since its start, in seconds.</summary>
    public static double SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The peak memory of this process, in MB.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
