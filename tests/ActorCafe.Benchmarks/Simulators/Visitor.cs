namespace ActorCafe.Benchmarks.Simulators;

/// <summary>An order in the recursion.</summary>
/// <param name="At">The time of its arrival or departure, in ticks.</param>
/// <param name="Order">The order's number.</param>
/// <param name="Placed">The time at which it was placed, in ticks.</param>
internal readonly record struct Visitor(long At, long Order, long Placed);
