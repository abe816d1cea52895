using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using Akka.Actor;

namespace ActorCafe.Benchmarks.Messages;

internal sealed class PoolCounter(ShopContext context) : CafeActor
{
    private Turnstile? _turnstile;
    private long _number;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Order order:
                if (_turnstile!.Leave())
                {
                    Enter(order);
                }

                break;
            case Begin begin:
                _turnstile = begin.Turnstile;
                for (var one = 0; one < begin.InFlight; one++)
                {
                    Enter(new Order(context.Model));
                }

                break;
            default:
                return false;
        }

        return true;
    }

    private void Enter(Order order)
    {
        var now = context.Clock.Now;
        order.Begin(++_number, null, _number, context.Model.DrinkOf(_number), now);
        context.Pools[0].Tell(order, ActorRefs.Nobody);
    }
}
