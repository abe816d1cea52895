using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>A worker in this process. The clock tells it when a service time has passed.</summary>
public abstract class LocalWorker(ShopContext shop, StageSettings stage) : Worker(shop, stage)
{
    protected override void PreStart() => Join();

    /// <summary>The time that the order's next step takes: by default, drawn from the step's or the drink's distribution.</summary>
    protected virtual TimeSpan TimeOfStep(Order order)
    {
        var step = order.Step;
        Log?.Begins(order, step);
        return step.ServiceTime(order.Number, order.Repetition);
    }

    /// <summary>Ends a step: begins the next one, or ends the service if that is for another stage.</summary>
    private protected void EndStep(Order order)
    {
        order.Failures = 0;
        order.Advance();
        var next = order.NextStage;
        if (!order.IsRemake && next?.Index == Stage.Index)
        {
            Serve(order);
        }
        else
        {
            EndService(order, next);
        }
    }
}
