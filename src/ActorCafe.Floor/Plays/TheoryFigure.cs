namespace ActorCafe.Floor.Plays;

/// <summary>What queueing theory says about a shop.</summary>
/// <param name="TimeInShop">The mean time in shop in the long run, in seconds; null if no formula gives it.</param>
/// <param name="IsExact">Whether it is no approximation.</param>
/// <param name="Why">How it is computed, or why there is no formula.</param>
public sealed record TheoryFigure(double? TimeInShop, bool IsExact, string Why);
