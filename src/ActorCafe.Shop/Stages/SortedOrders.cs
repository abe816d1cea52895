using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>Orders by a key that is computed when they join, smallest first, and first in, first out within.</summary>
internal sealed class SortedOrders(WaitingLine line, Func<Order, double> key) : OrderList(line)
{
    private readonly SortedSet<Entry> _entries = new(Comparer<Entry>.Create((one, other) => (one.Key, one.Place).CompareTo((other.Key, other.Place))));
    private readonly Dictionary<Order, Entry> _byOrder = [];
    private long _last;
    private long _first;

    public override void Append(Order order) => Add(order, ++_last);

    public override void PutBack(Order order) => Add(order, --_first);

    public override Order? Take()
    {
        if (_entries.Min is not { } first)
        {
            return null;
        }

        Remove(first.Order);
        return first.Order;
    }

    public override void Remove(Order order)
    {
        _byOrder.Remove(order, out var entry);
        _entries.Remove(entry!);
        Count--;
    }

    private void Add(Order order, long place)
    {
        var entry = new Entry(key(order), place, order);
        _entries.Add(entry);
        _byOrder.Add(order, entry);
        Count++;
    }

    private sealed record Entry(double Key, long Place, Order Order);
}
