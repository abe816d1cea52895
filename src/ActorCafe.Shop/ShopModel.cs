using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop;

/// <summary>The settings as actors use them, with names turned into indices and random streams once.</summary>
public sealed class ShopModel
{
    private readonly double[] _cumulativeShares;
    private readonly RandomStreams _drinks;
    private readonly Drink? _only;

    public ShopModel(ShopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        IsSaturated = settings.Customers.Arrivals is ArrivalSettings.Saturated;
        Recipes = [.. settings.Menu.Select(drink => StepsOf(drink, settings))];
        PriorityLevels = [.. settings.Menu.Select(drink => drink.Priority).Distinct().OrderDescending()];

        var total = 0.0;
        _cumulativeShares = [.. settings.Menu.Select(drink => total += drink.Share)];
        _drinks = new(settings.Seed, StreamNames.Drink);
        var ordered = settings.Menu.Where(drink => drink.Share > 0).ToArray();
        _only = ordered is [var only] ? only : null;
    }

    /// <summary>The settings that this was made of.</summary>
    public ShopSettings Settings { get; }

    /// <summary>The steps of each drink, by the drink's index on the menu.</summary>
    public ImmutableArray<ImmutableArray<StepModel>> Recipes { get; }

    /// <summary>The priorities on the menu, highest first.</summary>
    public ImmutableArray<int> PriorityLevels { get; }

    /// <summary>Whether customers come when a worker of their first stage is idle.</summary>
    public bool IsSaturated { get; }

    /// <summary>The order's next step.</summary>
    public StepModel Step(Order order) => Recipes[order.Drink.Index][order.NextStep];

    /// <summary>The stage of the order's next step; null when all steps are done.</summary>
    public StageSettings? NextStage(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var recipe = Recipes[order.Drink.Index];
        return order.NextStep < recipe.Length ? recipe[order.NextStep].Stage : null;
    }

    /// <summary>Counts the order's next step as done: the one after it is next, or the same again if it must be remade.</summary>
    public void Advance(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        (order.NextStep, order.Repetition) = Step(order).IsRemade(order.Number, order.Repetition) ? (order.NextStep, order.Repetition + 1) : (order.NextStep + 1, 0);
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
                return new StepModel(step, settings.Stages[step.Stage], settings.Seed, occurrence - 1);
            }),
        ];
    }
}

/// <summary>A step of a recipe, with the streams that its chances are drawn from.</summary>
/// <remarks>A step that a recipe lists twice draws twice: its place among them is part of the stream's name.</remarks>
public sealed class StepModel
{
    private readonly Distribution _service;
    private readonly double _remake;
    private readonly RandomStreams _services;
    private readonly RandomStreams _remakes;
    private readonly long _occurrence;

    internal StepModel(RecipeStep step, StageSettings stage, long seed, int occurrence)
    {
        (Name, Stage, _service, _remake) = (step.Step, stage, step.Service, step.RemakeProbability);
        _services = new(seed, Purpose.Of("service " + step.Step));
        _remakes = new(seed, Purpose.Of("remake " + step.Step));
        _occurrence = (long)occurrence << 32;
    }

    /// <summary>The step's name.</summary>
    public string Name { get; }

    /// <summary>The stage that performs it.</summary>
    public StageSettings Stage { get; }

    /// <summary>The service time: a function of (seed, order, step, repetition), so that every shop meets the same work.</summary>
    /// <param name="order">The order's number, from 1.</param>
    /// <param name="repetition">How often the step has been done already.</param>
    /// <exception cref="OverflowException">The time drawn is beyond what the clock can count.</exception>
    public TimeSpan ServiceTime(long order, int repetition)
    {
        var stream = _services.For(order, _occurrence + repetition);
        return Durations.FromSeconds(_service.Sample(ref stream, order - 1));
    }

    /// <summary>Whether the step, just done, must be done again: a function of (seed, order, step, repetition).</summary>
    /// <inheritdoc cref="ServiceTime"/>
    public bool IsRemade(long order, int repetition)
    {
        if (_remake == 0)
        {
            return false;
        }

        var stream = _remakes.For(order, _occurrence + repetition);
        return stream.NextDouble() < _remake;
    }
}
