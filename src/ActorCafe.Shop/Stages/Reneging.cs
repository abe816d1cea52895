using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// The patience of the customers whose orders wait at a stage. It runs from joining the queue, and for an order whose first service is here from placing it,
/// until service begins. An order whose service here has begun once, because it was interrupted or is remade, stays.
/// </summary>
internal sealed class Reneging
{
    /// <summary>An order's wait at a stage. Told to the stage's pool when its customer's patience ends; by then it may be over.</summary>
    internal sealed class Wait(Order order)
    {
        public Order Order { get; } = order;

        /// <summary>The list that the order waits in; null when the wait is over.</summary>
        public OrderList? List { get; set; }
    }

    private readonly ShopContext _shop;
    private readonly StageSettings _stage;
    private readonly Distribution? _ofFirst;
    private readonly RandomStreams _firstDraws;
    private readonly RandomStreams _laterDraws;

    private Reneging(ShopContext shop, StageSettings stage)
    {
        var settings = shop.Model.Settings;
        (_shop, _stage, _ofFirst) = (shop, stage, stage.Patience ?? settings.Customers.Patience);
        _firstDraws = new(settings.Seed, StreamNames.Patience);
        _laterDraws = new(settings.Seed, Purpose.Of("patience " + stage.Name));
    }

    /// <summary>The rule of a stage; null where all customers wait without limit.</summary>
    public static Reneging? At(StageSettings stage, ShopContext shop) =>
        stage.Patience is null && shop.Model.Settings.Customers.Patience is null ? null : new(shop, stage);

    /// <summary>An order joins a list: its wait begins, or goes on if it comes from another list of the stage.</summary>
    public void Join(Order order, OrderList list)
    {
        if (order.Wait is { } wait)
        {
            wait.List = list;
        }
        else if (!order.IsRemake && order.Visits[_stage.Index].Started is null && Patience(order) is { } patience)
        {
            // An order that its worker lost before service began has waited for some time.
            var waited = _shop.Clock.Now - (order.InProgress ? order.Visits[_stage.Index].Enqueued!.Value : order.Placed);
            order.Wait = new Wait(order) { List = list };
            _shop.Clock.Schedule(Durations.Until(patience, waited), EventRank.Patience + order.Number, _shop.Pools[_stage.Index], order.Wait);
        }
    }

    /// <summary>Ends an order's wait, if there is one, because its service begins or its customer leaves.</summary>
    public static void End(Order order)
    {
        if (order.Wait is { } wait)
        {
            wait.List = null;
            order.Wait = null;
        }
    }

    /// <summary>Draws how long the customer waits, as a function of (seed, order, stage, visit); for the first service a function of (seed, order). Null: without limit.</summary>
    private TimeSpan? Patience(Order order)
    {
        if ((order.InProgress ? _stage.Patience : _ofFirst) is not { } patience)
        {
            return null;
        }

        var stream = order.InProgress ? _laterDraws.For(order.Number, VisitsBefore(order)) : _firstDraws.For(order.Number);
        return Durations.FromSeconds(patience.Sample(ref stream, order.Number - 1));
    }

    private int VisitsBefore(Order order)
    {
        var recipe = order.Drink.Recipe;
        var visits = 0;
        for (var step = 0; step < order.NextStep; step++)
        {
            visits += recipe[step].Stage == _stage.Index && recipe[step + 1].Stage != _stage.Index ? 1 : 0;
        }

        return visits;
    }
}
