using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>A worker in this process that performs every step without interruption. Derive from it to decide how long a step takes.</summary>
public class SteadyWorker(ShopContext shop, StageSettings stage) : LocalWorker(shop, stage)
{
    // One for each start of the worker: a timer from before a restart carries another object and is ignored.
    private readonly StepEnded _stepEnded = new();

    private sealed class StepEnded;

    protected override bool Receive(object message)
    {
        if (message is not StepEnded ended)
        {
            return base.Receive(message);
        }

        if (ReferenceEquals(ended, _stepEnded) && InService is { } order)
        {
            EndStep(order);
        }

        return true;
    }

    // The rank is the order's number, so that ties keep the order of placing.
    private protected override void Serve(Order order) => Shop.Clock.Schedule(TimeOfStep(order), order.Number, Self, _stepEnded);
}
