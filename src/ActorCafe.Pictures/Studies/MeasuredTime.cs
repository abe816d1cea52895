using ActorCafe.Shop.Results;

namespace ActorCafe.Pictures.Studies;

/// <summary>A mean time at one rate of customers.</summary>
/// <param name="PerHour">Customers an hour.</param>
/// <param name="Seconds">The mean.</param>
/// <param name="Ci">Where the long-run mean lies, in seconds; null where that is not known.</param>
public sealed record MeasuredTime(double PerHour, double Seconds, Interval? Ci);
