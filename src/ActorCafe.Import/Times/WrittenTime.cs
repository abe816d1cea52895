namespace ActorCafe.Import.Times;

/// <summary>A time as it is written: a date, a time of day, or both.</summary>
/// <param name="Date">The date, if there is one.</param>
/// <param name="Clock">The time of day, if there is one; a day may have more than 24 hours.</param>
/// <param name="Zone">What names a time zone or an offset from UTC; empty if nothing does.</param>
internal readonly record struct WrittenTime(WrittenDate? Date, TimeSpan? Clock, string Zone);
