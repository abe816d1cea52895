using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Customers;

/// <summary>Customers who arrive by a timetable: renewal, all at once, a trace, hourly rates.</summary>
internal sealed class TimedCustomers(ShopContext shop, ArrivalSettings process) : Customers(shop)
{
    private readonly IEnumerator<Arrival> _timetable = Timetable.Of(process, shop.Model.Settings.Seed, shop.Model.Settings.Customers.OpensAt).GetEnumerator();

    protected override bool Receive(object message)
    {
        if (message is not ArrivalDue)
        {
            return base.Receive(message);
        }

        Arrive(_timetable.Current);
        return true;
    }

    protected override void WhenOpened() => AwaitNext();

    protected override void PostStop() => _timetable.Dispose();

    private void Arrive(Arrival arrival)
    {
        for (var customer = 0L; customer < arrival.Count && !IsOver; customer++)
        {
            Place(named: arrival.Customer, drink: arrival.Drink);
        }

        AwaitNext();
    }

    private void AwaitNext()
    {
        if (IsOver)
        {
            return;
        }

        if (!_timetable.MoveNext() || IsTooLate(_timetable.Current.At))
        {
            End();
            return;
        }

        Shop.Clock.Schedule(Durations.Until(_timetable.Current.At, Shop.Clock.Now), Placed + 1, Self, ArrivalDue.Instance);
    }

    private sealed record ArrivalDue
    {
        public static ArrivalDue Instance { get; } = new();
    }
}
