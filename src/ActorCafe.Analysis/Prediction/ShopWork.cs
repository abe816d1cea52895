using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The work of a shop: what its drinks need of its stages, and how they go from one to the next.</summary>
internal sealed class ShopWork
{
    public ShopWork(ShopSettings settings)
    {
        Settings = settings;
        Sold = ActorCafe.Analysis.Prediction.Sold.On(settings);
        Stages = [.. settings.Stages.Select(stage => new StageWork(settings, stage, Sold))];
    }

    public ShopSettings Settings { get; }

    /// <summary>The drinks that customers order.</summary>
    public ImmutableArray<Sold> Sold { get; }

    /// <summary>By the index of the stage.</summary>
    public ImmutableArray<StageWork> Stages { get; }

    /// <summary>The stages in an order in which drinks only go forwards; null if one comes back to a stage it was at.</summary>
    public ImmutableArray<StageWork>? Forwards()
    {
        var order = ImmutableArray.CreateBuilder<StageWork>();
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

    /// <summary>The share of customers who begin at a stage.</summary>
    public double ShareBeginning(StageWork at) => Sold.Where(drink => drink.Runs[0].Stage == at.Stage.Index).Sum(drink => drink.Weight);

    /// <summary>Of the orders that leave a stage, the share that goes to another one next.</summary>
    public double ShareToNext(StageWork from, StageWork to) => from.Arrivals == 0 ? 0 : Sold.Sum(drink => drink.Weight
        * drink.Runs.Zip(drink.Runs.Skip(1)).Count(pair => pair.First.Stage == from.Stage.Index && pair.Second.Stage == to.Stage.Index)) / from.Arrivals;

    /// <summary>
    /// The stage whose workers stay with every order that comes here, with a worker here for each of theirs, so that nobody ever waits
    /// here; null if there is none.
    /// </summary>
    public StageWork? HolderOf(StageWork inner) => inner.Drinks.IsEmpty ? null : Stages.FirstOrDefault(holder =>
        holder.Stays
        && holder.Stage.Workers <= inner.Stage.Workers
        && (holder.Stage.Workers == 1 || Routers.IsOneQueue(inner.Stage))
        && inner.Stage.Schedule.IsEmpty
        && inner.Drinks.All(drink => drink.Sold.Runs.Any(run => run.Stage == holder.Stage.Index)
            && drink.Runs.All(run => drink.Sold.Runs.First(first => first.Stage == holder.Stage.Index).First < run.First)));

    /// <summary>Of a stage whose workers stay: one where an order may have to wait while they do; null if there is none.</summary>
    public StageWork? WaitsWhileHeldBy(StageWork holder) => Stages.FirstOrDefault(later =>
        holder.Drinks.Any(drink => drink.Sold.Runs.Any(run => run.Stage == later.Stage.Index && run.First > drink.Runs[0].First))
        && later != holder
        && HolderOf(later) is null);
}
