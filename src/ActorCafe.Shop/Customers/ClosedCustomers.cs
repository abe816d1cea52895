using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Customers;

/// <summary>A fixed population: each customer thinks, orders, waits, and thinks again.</summary>
internal sealed class ClosedCustomers(ShopContext shop, ArrivalSettings.Closed closed) : Customers(shop)
{
    private readonly int[] _visits = new int[closed.Population + 1];
    private int _coming = closed.Population;

    protected override bool Receive(object message)
    {
        if (message is not ThoughtEnded thought)
        {
            return base.Receive(message);
        }

        if (!IsOver)
        {
            Place(customer: thought.Customer);
        }

        return true;
    }

    protected override void WhenOpened()
    {
        for (var customer = 1; customer <= closed.Population; customer++)
        {
            Think(customer);
        }
    }

    protected override void WhenLeft(Order order) => Think((int)order.CustomerNumber);

    /// <summary>Lets a customer think before the next order. The time is a function of (seed, customer, visit).</summary>
    private void Think(int customer)
    {
        var visit = ++_visits[customer];
        var stream = RandomStream.For(Shop.Model.Settings.Seed, StreamNames.Think, customer, visit);
        var delay = Durations.FromSeconds(closed.Think.Sample(ref stream, visit - 1));
        if (!IsTooLate(Durations.Add(Shop.Clock.Now, delay)))
        {
            Shop.Clock.Schedule(delay, EventRank.Thought + customer, Self, new ThoughtEnded(customer));
        }
        else if (--_coming == 0)
        {
            End();
        }
    }

    private sealed record ThoughtEnded(int Customer);
}
