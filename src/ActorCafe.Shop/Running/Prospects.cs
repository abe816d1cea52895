using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;

namespace ActorCafe.Shop.Running;

/// <summary>Judges what can still happen in a run when only timers in the background are left: a schedule may bring workers for the orders that wait.</summary>
internal sealed class Prospects(ShopSettings shop, IClock clock)
{
    // The largest size of each pool since something last happened. To have it once more would change nothing.
    private readonly int[] _tried = new int[shop.Stages.Length];
    private long _events = -1;

    /// <summary>The stages where orders come and nobody works, found when nobody will come there any more.</summary>
    public IReadOnlyList<StageSettings> Deserted { get; private set; } = [];

    /// <summary>Whether a pool will have more workers than it had since something last happened.</summary>
    public bool MoreWorkersCome()
    {
        if (clock.Events != _events)
        {
            Array.Clear(_tried);
            _events = clock.Events;
        }

        var now = clock.Now;
        foreach (var stage in shop.Stages)
        {
            _tried[stage.Index] = Math.Max(_tried[stage.Index], WorkersNow(stage));
        }

        return shop.Stages.Any(stage => stage.Schedule.MostAfter(now) > _tried[stage.Index]);
    }

    /// <summary>Whether nobody works at a stage that orders come to, so those that wait for it will not be served.</summary>
    public bool IsDeserted()
    {
        Deserted = [.. shop.Stages.Where(stage => WorkersNow(stage) == 0 && OfferedLoad.IsVisited(shop, stage))];
        return Deserted.Count > 0;
    }

    private int WorkersNow(StageSettings stage) => stage.Schedule.At(clock.Now) ?? stage.Workers;
}
