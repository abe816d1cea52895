using System.Globalization;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Tests;

/// <summary>Records every observed event as a line of text.</summary>
internal sealed class RecordingObserver : IShopObserver
{
    private readonly Lock _gate = new();
    private readonly List<string> _facts = [];

    public IReadOnlyList<string> Facts
    {
        get
        {
            lock (_gate)
            {
                return [.. _facts];
            }
        }
    }

    public void Placed(Order order, TimeSpan now) => Write($"placed {order.Number} at {now.TotalSeconds}");

    public void WorkerJoined(int stage, int worker, TimeSpan now) => Write($"worker {worker} joined at {now.TotalSeconds}");

    public void WorkerLeft(int stage, int worker, TimeSpan now) => Write($"worker {worker} left at {now.TotalSeconds}");

    public void WorkerDown(int stage, int worker, TimeSpan now) => Write($"worker {worker} down at {now.TotalSeconds}");

    public void WorkerUp(int stage, int worker, TimeSpan now) => Write($"worker {worker} up at {now.TotalSeconds}");

    public void Arrived(int stage, Order order, TimeSpan now) => Write($"arrived {order.Number}");

    public void Rejected(int stage, Order order, TimeSpan now) => Write($"rejected {order.Number}");

    public void WarmedUp(TimeSpan now) => Write($"warmed up at {now.TotalSeconds}");

    public void Reneged(int stage, Order order, TimeSpan now) => Write($"reneged {order.Number} at {now.TotalSeconds}");

    public void JoinedQueue(int stage, Order order, TimeSpan now) => Write($"queue +1 at {now.TotalSeconds}");

    public void LeftQueue(int stage, Order order, TimeSpan now) => Write($"queue -1 at {now.TotalSeconds}");

    public void ServiceBegan(int stage, Order order, TimeSpan now) => Write($"service began{(order.InProgress ? "" : " first")} at {now.TotalSeconds}");

    public void ServiceEnded(int stage, Order order, TimeSpan now) => Write($"service of {order.Number} ended at {now.TotalSeconds}");

    public void ServiceInterrupted(int stage, Order order, TimeSpan now) => Write($"service interrupted at {now.TotalSeconds}");

    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now) => Write($"{occupation} {change:+0;-0} at {now.TotalSeconds}");

    public void AwaitsPickUp(Order order, TimeSpan now) => Write($"awaits pick-up at {now.TotalSeconds}");

    public void Left(Order order, TimeSpan now) => Write($"left {order.Number} {order.Outcome} at {order.Left.TotalSeconds}");

    private void Write(FormattableString fact)
    {
        lock (_gate)
        {
            _facts.Add(fact.ToString(CultureInfo.InvariantCulture));
        }
    }
}
