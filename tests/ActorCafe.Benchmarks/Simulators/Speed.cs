namespace ActorCafe.Benchmarks.Simulators;

/// <summary>Million orders per CPU-second over several rounds.</summary>
internal readonly record struct Speed(double Median, double Least, double Most);
