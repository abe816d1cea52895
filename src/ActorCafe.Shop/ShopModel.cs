using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop;

/// <summary>The settings in the form that actors use: names are turned into indices and random streams once.</summary>
internal sealed class ShopModel
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
        var ordered = settings.Sold().ToArray();
        _only = ordered is [var only] ? only : null;
    }

    public ShopSettings Settings { get; }

    /// <summary>The steps of each drink, by the drink's index on the menu.</summary>
    public ImmutableArray<ImmutableArray<StepModel>> Recipes { get; }

    /// <summary>The priorities on the menu, highest first.</summary>
    public ImmutableArray<int> PriorityLevels { get; }

    /// <summary>The place of an order's priority among <see cref="PriorityLevels"/>, from 0.</summary>
    internal int LevelOf(Order order) => PriorityLevels.IndexOf(order.Drink.Priority);

    /// <summary>Whether the next customer comes when a worker of the first stage is idle.</summary>
    public bool IsSaturated { get; }

    /// <summary>Draws the drink of an order, as a function of (seed, order).</summary>
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

/// <summary>A step of a recipe, with the random streams of its service times and remakes.</summary>
/// <remarks>If a recipe lists a step twice, each occurrence has its own draws.</remarks>
internal sealed class StepModel
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

    public string Name { get; }

    /// <summary>The stage that performs the step.</summary>
    public StageSettings Stage { get; }

    /// <summary>Draws the service time, as a function of (seed, order, step, repetition), so that every shop has the same work to do.</summary>
    /// <param name="order">The order's number, from 1.</param>
    /// <param name="repetition">How often the step has been done already.</param>
    /// <exception cref="OverflowException">The drawn time exceeds what the clock can count.</exception>
    public TimeSpan ServiceTime(long order, int repetition)
    {
        var stream = _services.For(order, _occurrence + repetition);
        return Durations.FromSeconds(_service.Sample(ref stream, order - 1));
    }

    /// <summary>Draws whether the step that was just done must be done again, as a function of (seed, order, step, repetition).</summary>
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
