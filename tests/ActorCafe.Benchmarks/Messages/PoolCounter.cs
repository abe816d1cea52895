using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

internal sealed class PoolCounter(ShopFloor floor) : CafeActor
{
    private Turnstile? _turnstile;
    private long _number;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OrderSlip order:
                if (_turnstile!.Leave())
                {
                    Enter(order);
                }

                break;
            case Begin begin:
                _turnstile = begin.Turnstile;
                for (var one = 0; one < begin.InFlight; one++)
                {
                    Enter(new OrderSlip(floor.Pools.Length));
                }

                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Enter(OrderSlip order)
    {
        var now = floor.Clock.Now;
        order.Begin(++_number, null, _number, floor.Blueprint.DrinkOf(_number), now);
        floor.Pools[0].Tell(order, ActorRefs.Nobody);
    }
}
