using ActorCafe.Shop.Stages;

namespace ActorCafe.Shop.Customers;

/// <summary>
/// Customers who never stop coming (saturated): an idle worker of a first stage calls the next one, so that a run measures the shop's capacity and not
/// its queue.
/// </summary>
internal sealed class SaturatedCustomers(ShopContext shop) : Customers(shop)
{
    /// <summary>An idle worker of a first stage asks for the next customer.</summary>
    internal sealed record CallNext(int Stage, WorkerSlot Worker);

    private readonly Queue<WorkerSlot>[] _calls =
        [.. shop.Model.Settings.Stages.Select(_ => new Queue<WorkerSlot>())];

    private bool _isOpen;

    protected override bool Receive(object message)
    {
        if (message is not CallNext call)
        {
            return base.Receive(message);
        }

        _calls[call.Stage].Enqueue(call.Worker);
        PlaceCalled();
        return true;
    }

    protected override void WhenOpened()
    {
        _isOpen = true;
        PlaceCalled();
    }

    private void PlaceCalled()
    {
        while (_isOpen && !IsOver)
        {
            if (IsTooLate(Shop.Clock.Now))
            {
                End();
                return;
            }

            var drink = Shop.Model.DrinkOf(Placed + 1);
            var stage = Shop.Model.Recipes[drink.Index][0].Stage.Index;
            if (!_calls[stage].TryDequeue(out var caller))
            {
                return;
            }

            Place(calledBy: caller);
        }
    }
}
