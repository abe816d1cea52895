using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>A worker in this process. The clock tells it when a service time has passed.</summary>
internal sealed class LocalWorker(ShopContext shop, StageSettings stage) : Worker(shop, stage)
{
    // One for each start of the worker: a timer from before a restart carries another object and is ignored.
    private readonly StepEnded _stepEnded = new();

    private sealed class StepEnded;

    protected override void PreStart() => Join();

    protected override void OnReceive(object message)
    {
        if (message is not StepEnded ended)
        {
            base.OnReceive(message);
        }
        else if (ReferenceEquals(ended, _stepEnded) && InService is { } order)
        {
            EndStep(order);
        }
    }

    protected override void Serve(Order order)
    {
        var step = Shop.Model.Step(order);
        Log?.Begins(order, step);

        // The rank is the order's number, so that ties keep the order of placing.
        Shop.Clock.Schedule(step.ServiceTime(order.Number, order.Repetition), order.Number, Self, _stepEnded);
    }

    private void EndStep(Order order)
    {
        order.Failures = 0;
        Shop.Model.Advance(order);
        if (!order.IsRemake && Shop.Model.NextStage(order)?.Index == Stage.Index)
        {
            Serve(order);
        }
        else
        {
            EndService(order);
        }
    }
}
