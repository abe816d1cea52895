using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Shop.Settings;

/// <summary>Something on the menu: its recipe is the routing slip every order of it starts with.</summary>
/// <param name="Index">The drink's place on the menu, from 0.</param>
/// <param name="Name">The drink's name.</param>
/// <param name="Share">The drink's weight among customers, 0 or more; 0 occurs in traces only.</param>
/// <param name="Priority">Higher goes first at a stage with <c>priority = on</c>.</param>
/// <param name="Recipe">The steps, at least one.</param>
public sealed record Drink(int Index, string Name, double Share, int Priority, ImmutableArray<RecipeStep> Recipe);

/// <summary>One step of a drink.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Stage">The index of the stage that performs it.</param>
/// <param name="Service">The service time in seconds: the step's, or the drink's own.</param>
/// <param name="RemakeProbability">How likely the step is to be done again, each time it was done; within [0, 1).</param>
public sealed record RecipeStep(string Step, int Stage, Distribution Service, double RemakeProbability);
