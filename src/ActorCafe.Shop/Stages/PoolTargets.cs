using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>The size that each pool is meant to have, and the messages to the pools that change it.</summary>
internal sealed class PoolTargets(ShopContext shop)
{
    private readonly int[] _workers = [.. shop.Model.Settings.Stages.Select(stage => stage.Workers)];

    /// <summary>The number of workers that a stage is meant to have.</summary>
    public int this[int stage] => _workers[stage];

    public void Resize(int stage, int workers)
    {
        var change = workers - _workers[stage];
        _workers[stage] = workers;
        if (change > 0)
        {
            shop.Pools[stage].Tell(new AdjustPoolSize(change));
        }
        else if (change < 0)
        {
            // AdjustPoolSize would stop arbitrary workers, even in the middle of an order.
            shop.Pools[stage].Tell(new StageQueue.Retire(-change));
        }
    }
}
