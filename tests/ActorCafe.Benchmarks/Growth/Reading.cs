namespace ActorCafe.Benchmarks.Growth;

/// <param name="Size">What was varied.</param>
/// <param name="Microseconds">CPU time for each step of work.</param>
/// <param name="BytesPerOrder">Allocated.</param>
/// <param name="PeakMegabytes">The process's most memory, so far.</param>
internal sealed record Reading(long Size, double Microseconds, double BytesPerOrder, double PeakMegabytes);
