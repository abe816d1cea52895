using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop;

/// <summary>The settings as actors use them: names turned into indices and streams, once.</summary>
internal sealed class Blueprint
{
    private readonly double[] _cumulativeShares;

    public Blueprint(ShopSettings settings)
    {
        Settings = settings;
        Recipes = [.. settings.Menu.Select(StepsOf)];
        PriorityLevels = [.. settings.Menu.Select(drink => drink.Priority).Distinct().OrderDescending()];

        var total = 0.0;
        _cumulativeShares = [.. settings.Menu.Select(drink => total += drink.Share)];
    }

    public ShopSettings Settings { get; }

    /// <summary>The steps of each drink, by its index on the menu.</summary>
    public ImmutableArray<ImmutableArray<StepPlan>> Recipes { get; }

    /// <summary>The priorities on the menu, the highest first.</summary>
    public ImmutableArray<int> PriorityLevels { get; }

    public StepPlan Step(OrderSlip order) => Recipes[order.Drink.Index][order.NextStep];

    /// <summary>The stage of the next step; null when all steps are done.</summary>
    public StageSettings? NextStage(OrderSlip order)
    {
        var recipe = Recipes[order.Drink.Index];
        return order.NextStep < recipe.Length ? Settings.Stages[recipe[order.NextStep].Stage] : null;
    }

    /// <summary>The drink of an order: a function of (seed, order).</summary>
    public Drink DrinkOf(long order)
    {
        if (Settings.Menu.Length == 1)
        {
            return Settings.Menu[0];
        }

        var stream = RandomStream.For(Settings.Seed, StreamNames.Drink, order);
        var point = stream.NextDouble() * _cumulativeShares[^1];
        var drink = 0;
        while (_cumulativeShares[drink] <= point)
        {
            drink++;
        }

        return Settings.Menu[drink];
    }

    private static ImmutableArray<StepPlan> StepsOf(Drink drink)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. drink.Recipe.Select(step =>
            {
                var occurrence = seen[step.Step] = seen.GetValueOrDefault(step.Step) + 1;
                return new StepPlan(step, Purpose.Of("service " + step.Step), Purpose.Of("remake " + step.Step), (occurrence - 1L) << 32);
            }),
        ];
    }
}

/// <summary>A step of a recipe with the streams its chances are drawn from.</summary>
/// <remarks>A step that a recipe lists twice draws twice: the occurrence is part of the stream's name.</remarks>
internal sealed class StepPlan(RecipeStep step, ulong serviceStream, ulong remakeStream, long occurrence)
{
    private readonly Distribution _service = step.Service;
    private readonly double _remake = step.RemakeProbability;

    public string Name { get; } = step.Step;

    public int Stage { get; } = step.Stage;

    /// <summary>The service time: a function of (seed, order, step, how often it was done), so that every shop meets the same work.</summary>
    public TimeSpan ServiceTime(long seed, OrderSlip order)
    {
        var stream = RandomStream.For(seed, serviceStream, order.Number, occurrence + order.Repetition);
        return Durations.FromSeconds(_service.Sample(ref stream, order.Number - 1));
    }

    /// <summary>Whether the step, just done, is to be done again.</summary>
    public bool IsToBeRemade(long seed, OrderSlip order)
    {
        if (_remake == 0)
        {
            return false;
        }

        var stream = RandomStream.For(seed, remakeStream, order.Number, occurrence + order.Repetition);
        return stream.NextDouble() < _remake;
    }
}
