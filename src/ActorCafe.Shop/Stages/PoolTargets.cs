using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>The size that each pool is meant to have, and the schedules that change it.</summary>
internal sealed class PoolTargets(ShopContext shop)
{
    private readonly int[] _workers = [.. shop.Model.Settings.Stages.Select(stage => stage.Workers)];
    private readonly IEnumerator<PoolChange>[] _changes =
        [.. shop.Model.Settings.Stages.Select(stage => stage.Schedule.After(shop.Model.Settings.Customers.OpensAt).GetEnumerator())];

    /// <summary>The number of workers that a stage is meant to have.</summary>
    public int this[int stage] => _workers[stage];

    /// <summary>Begins to follow the schedules: the root actor is told each change when it is due.</summary>
    public void Open()
    {
        for (var stage = 0; stage < _changes.Length; stage++)
        {
            ScheduleNext(stage);
        }
    }

    /// <summary>Makes a change that is due.</summary>
    public void Apply(CoffeeShop.PoolChangeDue due)
    {
        Resize(due.Stage, due.Workers);
        ScheduleNext(due.Stage);
    }

    public void Resize(int stage, int workers)
    {
        var change = workers - _workers[stage];
        _workers[stage] = workers;
        if (change != 0)
        {
            shop.Pools[stage].Tell(new StageQueue.Resize(change), ActorRefs.Nobody);
        }
    }

    private void ScheduleNext(int stage)
    {
        if (_changes[stage].MoveNext())
        {
            var change = _changes[stage].Current;
            shop.Clock.ScheduleBackground(Durations.Until(change.At, shop.Clock.Now), EventRank.PoolChange, shop.Root, new CoffeeShop.PoolChangeDue(stage, change.Workers));
        }
    }
}
