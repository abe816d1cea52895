namespace ActorCafe.Pictures.Sales;

/// <summary>The index of dispersion of one hour's orders.</summary>
/// <param name="Hour">The hour of the clock.</param>
/// <param name="Index">The variance of counts over their mean.</param>
/// <param name="Low">The bound that 2.5 % of Poisson processes are below.</param>
/// <param name="High">The bound that 2.5 % of Poisson processes are above.</param>
public sealed record HourIndex(int Hour, double Index, double Low, double High);
