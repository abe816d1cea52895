using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Shop.Settings;

/// <summary>A drink on the menu.</summary>
/// <param name="Index">The drink's index on the menu, from 0.</param>
/// <param name="Name">The drink's name.</param>
/// <param name="Share">The drink's weight among customers, 0 or more. A drink of weight 0 is ordered only in traces.</param>
/// <param name="Priority">The drink's priority at a stage with <c>priority = on</c>; higher goes first.</param>
/// <param name="Recipe">The steps, at least one.</param>
public sealed record Drink(int Index, string Name, double Share, int Priority, ImmutableArray<RecipeStep> Recipe);

/// <summary>One step of a drink.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Stage">The index of the stage that performs it.</param>
/// <param name="Service">The service time in seconds, either the step's or the drink's own.</param>
/// <param name="RemakeProbability">The probability that the step must be done again each time it is done, in [0, 1).</param>
public sealed record RecipeStep(string Step, int Stage, Distribution Service, double RemakeProbability);
