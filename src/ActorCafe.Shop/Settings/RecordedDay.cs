namespace ActorCafe.Shop.Settings;

/// <summary>The customers of a recorded day.</summary>
/// <param name="Name">The day's name: 2024-03-01, or that of its file.</param>
/// <param name="Date">The date; null if it is not known.</param>
/// <param name="Customers">The customers.</param>
internal sealed record RecordedDay(string Name, DateOnly? Date, ArrivalSettings.Trace Customers);
