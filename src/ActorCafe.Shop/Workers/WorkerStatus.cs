using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Workers;

internal enum WorkerState
{
    Idle,
    Serving,
    HandingOver,
    Blocked,
    Staying,
    Down,
}

/// <summary>
/// Tracks what a worker is doing, and for which order. Reports the time that it spends on an order other than by serving it, and the time that it is down.
/// </summary>
internal sealed class WorkerStatus(ShopContext shop, int stage)
{
    /// <summary>The worker's number at its stage.</summary>
    public int Number { get; set; }

    public WorkerState State { get; private set; }

    /// <summary>The number of the order served last.</summary>
    public long Order { get; private set; }

    /// <summary>The service of an order begins, or goes on after an interruption.</summary>
    public void BeginService(Order order)
    {
        var now = shop.Clock.Now;
        ref var visit = ref order.VisitTo(stage);
        (State, Order, Number) = (WorkerState.Serving, order.Number, visit.Worker);
        if (order.Interruption is { } interruption)
        {
            interruption.End(now);
        }
        else
        {
            visit.Begin(now);
        }

        shop.Observer.ServiceBegan(stage, order, now);
        order.InProgress = true;
    }

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
        if (state == WorkerState.Down)
        {
            ReportDown(change);
            return;
        }

        var occupation = state switch
        {
            WorkerState.HandingOver => Occupation.HandingOver,
            WorkerState.Blocked => Occupation.Blocked,
            _ => Occupation.Staying,
        };
        shop.Observer.Occupied(stage, Number, Order, occupation, change, shop.Clock.Now);
    }

    private void ReportDown(int change)
    {
        if (change > 0)
        {
            shop.Observer.WorkerDown(stage, Number, shop.Clock.Now);
        }
        else
        {
            shop.Observer.WorkerUp(stage, Number, shop.Clock.Now);
        }
    }
}
