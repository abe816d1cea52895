using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A shop as a queueing network: the routes of its drinks and the demand they place on each stage.</summary>
internal sealed class QueueingNetwork
{
    public QueueingNetwork(ShopSettings settings)
    {
        // A schedule sets the number of workers at opening.
        settings = settings with { Stages = [.. settings.Stages.Select(stage => stage.At(settings.Customers.OpensAt))] };
        Settings = settings;
        Drinks = DrinkRoute.Of(settings);
        Stages = [.. settings.Stages.Select(stage => new StageDemand(settings, stage, Drinks))];
    }

    public ShopSettings Settings { get; }

    /// <summary>The drinks that customers order.</summary>
    public ImmutableArray<DrinkRoute> Drinks { get; }

    /// <summary>By stage index.</summary>
    public ImmutableArray<StageDemand> Stages { get; }

    /// <summary>The stages in topological order; null if a drink returns to a stage.</summary>
    public ImmutableArray<StageDemand>? Forwards()
    {
        var order = ImmutableArray.CreateBuilder<StageDemand>();
        var left = Stages.ToList();
        while (left.Count > 0)
        {
            var next = left.Find(stage => !left.Exists(other => ShareToNext(other, stage) > 0));
            if (next is null)
            {
                return null;
            }

            order.Add(next);
            left.Remove(next);
        }

        return order.ToImmutable();
    }

    /// <summary>The share of customers whose orders begin at a stage.</summary>
    public double ShareBeginning(StageDemand at) => Drinks.Where(drink => drink.Legs[0].Stage == at.Stage.Index).Sum(drink => drink.Share);

    /// <summary>The routing probability: the share of orders leaving one stage that go to another next.</summary>
    public double ShareToNext(StageDemand from, StageDemand to) => from.ArrivalsPerCustomer == 0 ? 0 : Drinks.Sum(drink => drink.Share
        * drink.Legs.Zip(drink.Legs.Skip(1)).Count(pair => pair.First.Stage == from.Stage.Index && pair.Second.Stage == to.Stage.Index)) / from.ArrivalsPerCustomer;

    /// <summary>
    /// The stage whose workers stay with every order that arrives here, provided that this stage has a worker for each of them, so no order
    /// ever waits here; null if there is none.
    /// </summary>
    public StageDemand? HolderOf(StageDemand inner) => Of(StayingWorkers.HolderOf(Settings, inner.Stage));

    /// <summary>For a stage whose workers stay with their orders, a later stage where such an order may have to wait; null if there is none.</summary>
    public StageDemand? WaitsWhileHeldBy(StageDemand holder) => Of(StayingWorkers.WaitsWhileHeldBy(Settings, holder.Stage));

    /// <summary>The patience of orders that wait at a stage, or of those that begin there; null if they wait without limit.</summary>
    public Distribution? PatienceAt(StageDemand stage) => stage.Stage.Patience ?? (ShareBeginning(stage) > 0 ? Settings.Customers.Patience : null);

    /// <summary>Whether every order that comes to a stage begins there.</summary>
    public bool IsFirst(StageDemand stage) => OfferedLoad.IsFirst(Settings, stage.Stage);

    private StageDemand? Of(StageSettings? stage) => stage is null ? null : Stages[stage.Index];
}
