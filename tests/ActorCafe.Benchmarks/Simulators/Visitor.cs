namespace ActorCafe.Benchmarks.Simulators;

/// <summary>An order on its way through the recursion.</summary>
/// <param name="At">When it arrives, or has left; ticks.</param>
/// <param name="Order">Its number.</param>
/// <param name="Placed">When it was placed; ticks.</param>
internal readonly record struct Visitor(long At, long Order, long Placed);
