using ActorCafe.Shop.Stages;

namespace ActorCafe.Shop.Customers;

/// <summary>
/// A line that never ends (saturated): the next customer comes when a worker of the stage they begin at calls them, so that
/// what is measured is the shop's capacity and not its queue.
/// </summary>
internal sealed class SaturatedCustomers(ShopContext shop) : Customers(shop)
{
    private readonly Queue<WorkerTicket>[] _calls =
        [.. shop.Model.Settings.Stages.Select(_ => new Queue<WorkerTicket>())];

    private bool _isOpen;

    protected override void OnReceive(object message)
    {
        if (message is CallNextCustomer call)
        {
            _calls[call.Stage].Enqueue(call.Ticket);
            Answer();
        }
        else
        {
            base.OnReceive(message);
        }
    }

    protected override void WhenOpened()
    {
        _isOpen = true;
        Answer();
    }

    private void Answer()
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
