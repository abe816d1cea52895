namespace ActorCafe.Import.Orders;

/// <summary>What a row says: who ordered what and when, once or several times.</summary>
/// <param name="Day">The day; null if the export has no dates.</param>
/// <param name="Time">The time of the shop's clock on that day.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Drink">The index of the drink on the menu.</param>
/// <param name="Quantity">How many of it: each is an order.</param>
public readonly record struct ImportedOrder(DateOnly? Day, TimeSpan Time, string Customer, int Drink, int Quantity);
