namespace ActorCafe.Benchmarks.Growth;

/// <param name="Microseconds">CPU time per step of work.</param>
/// <param name="BytesPerOrder">Allocated bytes per order.</param>
/// <param name="PeakMegabytes">The peak memory of the process so far.</param>
internal sealed record Reading(double Microseconds, double BytesPerOrder, double PeakMegabytes);
