using ActorCafe.Shop.Observation;

namespace ActorCafe.Shop.Workers;

internal enum WorkerState
{
    Idle,
    Serving,
    HandingOver,
    Blocked,
    Staying,
}

/// <summary>Tracks what a worker is doing, and for which order. Reports the time that it spends on an order other than by serving it.</summary>
internal sealed class WorkerStatus(ShopContext shop, int stage)
{
    private int _worker;

    public WorkerState State { get; private set; }

    /// <summary>The order served last.</summary>
    public long Order { get; private set; }

    public void BeginService(long order, int worker) => (State, Order, _worker) = (WorkerState.Serving, order, worker);

    public void Enter(WorkerState next)
    {
        var last = State;
        State = next;
        if (last > WorkerState.Serving)
        {
            Report(last, -1);
        }

        if (next > WorkerState.Serving)
        {
            Report(next, +1);
        }
    }

    private void Report(WorkerState state, int change)
    {
        var occupation = state switch
        {
            WorkerState.HandingOver => Occupation.HandingOver,
            WorkerState.Blocked => Occupation.Blocked,
            _ => Occupation.Staying,
        };
        shop.Observer.Occupied(stage, _worker, Order, occupation, change, shop.Clock.Now);
    }
}
