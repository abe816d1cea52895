namespace ActorCafe.Import.Fitting;

/// <summary>The dispersion of the orders of one hour of the clock.</summary>
/// <param name="Hour">The hour, from 0.</param>
/// <param name="WithinHour">Of counts in ten-minute pieces, each day around its own mean; null where there are too few orders.</param>
/// <param name="BetweenDays">Of the counts of the days; null where there are too few.</param>
public sealed record HourDispersion(int Hour, DispersionIndex? WithinHour, DispersionIndex? BetweenDays);
