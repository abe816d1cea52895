using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;

namespace ActorCafe.Shop.Running;

/// <summary>
/// Judges what can still happen in a run when only timers in the background are left: a schedule may bring workers for the orders that wait, and a worker that is
/// down may be repaired.
/// </summary>
/// <param name="shop">The shop.</param>
/// <param name="clock">The clock of the run.</param>
/// <param name="down">Gives the workers that are down.</param>
internal sealed class Prospects(ShopSettings shop, IClock clock, Func<IReadOnlySet<(int Stage, int Worker)>> down)
{
    // The most workers of each pool that were up at once since something last happened. To have as many once more would change nothing.
    private readonly int[] _tried = new int[shop.Stages.Length];
    // The workers that have been down since something last happened. One that breaks down and is repaired later changes nothing: it was up without effect.
    private readonly HashSet<(int Stage, int Worker)> _awaited = [];
    private long _events = -1;

    /// <summary>The stages where orders come and nobody works, found when nobody will come there any more.</summary>
    public IReadOnlyList<StageSettings> Deserted { get; private set; } = [];

    /// <summary>Whether a pool will have more workers than it had since something last happened, or one back that was down.</summary>
    public bool MoreWorkersCome()
    {
        var isDown = down();
        if (clock.Events != _events)
        {
            Array.Clear(_tried);
            _awaited.UnionWith(isDown);
            _events = clock.Events;
        }

        _awaited.IntersectWith(isDown);

        var now = clock.Settled;
        foreach (var stage in shop.Stages)
        {
            _tried[stage.Index] = Math.Max(_tried[stage.Index], stage.WorkersAt(now) - isDown.Count(worker => worker.Stage == stage.Index));
        }

        return _awaited.Count > 0 || shop.Stages.Any(stage => stage.Schedule.MostAfter(now) > _tried[stage.Index]);
    }

    /// <summary>Finds the stages that orders come to and where nobody works, so those that wait there will not be served; false if there are none.</summary>
    public bool FindDeserted()
    {
        var now = clock.Settled;
        Deserted = [.. shop.Stages.Where(stage => stage.WorkersAt(now) == 0 && OfferedLoad.IsVisited(shop, stage))];
        return Deserted.Count > 0;
    }
}
