namespace ActorCafe.Shop.Customers;

/// <summary>Customers who come together.</summary>
/// <param name="At">When, shop time.</param>
/// <param name="Count">How many, each with one order.</param>
/// <param name="Customer">Who, as a trace names them; null: numbered.</param>
/// <param name="Drink">What they order, as an index on the menu; null: drawn.</param>
internal readonly record struct Arrival(TimeSpan At, long Count, string? Customer = null, int? Drink = null);
