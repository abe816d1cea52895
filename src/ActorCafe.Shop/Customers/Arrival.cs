namespace ActorCafe.Shop.Customers;

/// <summary>Customers who arrive together.</summary>
/// <param name="At">The shop time.</param>
/// <param name="Count">The number of customers, each with one order.</param>
/// <param name="Customer">The name in a trace; null for a numbered customer.</param>
/// <param name="Drink">The drink's index on the menu; null to draw it.</param>
internal readonly record struct Arrival(TimeSpan At, long Count, string? Customer = null, int? Drink = null);
