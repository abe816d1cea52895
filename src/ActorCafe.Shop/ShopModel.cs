using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop;

/// <summary>The settings as actors use them: names turned into indices and streams, once.</summary>
internal sealed class ShopModel
{
    private readonly double[] _cumulativeShares;
    private readonly RandomStreams _drinks;
    private readonly Drink? _only;

    public ShopModel(ShopSettings settings)
    {
        Settings = settings;
        Recipes = [.. settings.Menu.Select(drink => StepsOf(drink, settings))];
        PriorityLevels = [.. settings.Menu.Select(drink => drink.Priority).Distinct().OrderDescending()];

        var total = 0.0;
        _cumulativeShares = [.. settings.Menu.Select(drink => total += drink.Share)];
        _drinks = new(settings.Seed, StreamNames.Drink);
        var ordered = settings.Menu.Where(drink => drink.Share > 0).ToArray();
        _only = ordered is [var only] ? only : null;
    }

    public ShopSettings Settings { get; }

    /// <summary>The steps of each drink, by its index on the menu.</summary>
    public ImmutableArray<ImmutableArray<StepModel>> Recipes { get; }

    /// <summary>The priorities on the menu, the highest first.</summary>
    public ImmutableArray<int> PriorityLevels { get; }

    public StepModel Step(Order order) => Recipes[order.Drink.Index][order.NextStep];

    /// <summary>The stage of the next step; null when all steps are done.</summary>
    public StageSettings? NextStage(Order order)
    {
        var recipe = Recipes[order.Drink.Index];
        return order.NextStep < recipe.Length ? recipe[order.NextStep].Stage : null;
    }

    /// <summary>The drink of an order: a function of (seed, order).</summary>
    public Drink DrinkOf(long order)
    {
        if (_only is not null)
        {
            return _only;
        }

        var stream = _drinks.For(order);
        var point = stream.NextDouble() * _cumulativeShares[^1];
        var drink = 0;
        while (_cumulativeShares[drink] <= point)
        {
            drink++;
        }

        return Settings.Menu[drink];
    }

    private static ImmutableArray<StepModel> StepsOf(Drink drink, ShopSettings settings)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. drink.Recipe.Select(step =>
            {
                var occurrence = seen[step.Step] = seen.GetValueOrDefault(step.Step) + 1;
                return new StepModel(
                    step, settings.Stages[step.Stage], new(settings.Seed, Purpose.Of("service " + step.Step)), new(settings.Seed, Purpose.Of("remake " + step.Step)), (occurrence - 1L) << 32);
            }),
        ];
    }
}

/// <summary>A step of a recipe with the streams its chances are drawn from.</summary>
/// <remarks>A step that a recipe lists twice draws twice: the occurrence is part of the stream's name.</remarks>
internal sealed class StepModel(RecipeStep step, StageSettings stage, RandomStreams services, RandomStreams remakes, long occurrence)
{
    private readonly Distribution _service = step.Service;
    private readonly double _remake = step.RemakeProbability;

    public string Name { get; } = step.Step;

    /// <summary>The stage that performs it.</summary>
    public StageSettings Stage { get; } = stage;

    /// <summary>The service time: a function of (seed, order, step, how often it was done), so that every shop meets the same work.</summary>
    public TimeSpan ServiceTime(Order order)
    {
        var stream = services.For(order.Number, occurrence + order.Repetition);
        return Durations.FromSeconds(_service.Sample(ref stream, order.Number - 1));
    }

    /// <summary>Whether the step, just done, is to be done again.</summary>
    public bool IsToBeRemade(Order order)
    {
        if (_remake == 0)
        {
            return false;
        }

        var stream = remakes.For(order.Number, occurrence + order.Repetition);
        return stream.NextDouble() < _remake;
    }
}
