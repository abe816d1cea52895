using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;

namespace ActorCafe.Shop.Tests.Stages;

public sealed class QueueDisciplineTests : StageQueueKit
{
    [Fact]
    public void A_freed_worker_takes_the_oldest_waiting_order()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];

        Arrive(1, 2, 3);

        worker.ServeAll().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void An_order_goes_to_the_longest_idle_worker()
    {
        var workers = OpenWithIdle(SharedQueue, Stage(workers: 3));
        Arrive(1);
        workers[0].Serves(1);

        Arrive(2, 3, 4);

        workers[1].Takes(2);
        workers[2].Takes(3);
        workers[0].Takes(4);
    }

    [Fact]
    public void Round_robin_takes_turns_even_when_others_are_idle()
    {
        var workers = OpenWithIdle(RoundRobin, Stage(workers: 2));

        Arrive(1, 2, 3, 4);

        new[] { workers[0].ServeAll(), workers[1].ServeAll() }.OrderBy(orders => orders[0]).ShouldBe([[1, 3], [2, 4]]);
    }

    [Fact]
    public void An_order_joins_the_first_of_equally_short_queues()
    {
        var workers = OpenWithIdle(ShortestQueue, Stage(workers: 2));

        Arrive(1, 2, 3);

        workers[0].ServeAll().ShouldBe([1, 3]);
        workers[1].ServeAll().ShouldBe([2]);
    }

    [Fact]
    public void Random_choice_is_a_function_of_seed_and_order()
    {
        long[][] ServeThirty()
        {
            var shop = Stage(workers: 3);
            var workers = OpenWithIdle(AtRandom, shop);
            for (var number = 1; number <= 30; number++)
            {
                Tell(OrderOf(shop, number));
            }

            return [.. workers.Select(worker => worker.ServeAll())];
        }

        var first = ServeThirty();

        ServeThirty().ShouldBe(first);
        first.ShouldAllBe(orders => orders.Length > 0);
    }

    [Fact]
    public void A_full_queue_rejects_an_order()
    {
        OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = 1, WhenFull = WhenFull.Reject }));

        Arrive(1, 2, 3);

        var rejected = Counter.ExpectMsg<Order>();
        rejected.Number.ShouldBe(3);
        rejected.Outcome.ShouldBe(Outcome.Rejected);
        ExpectNothing(Counter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_full_queue_blocks_the_sender_until_there_is_room(int capacity)
    {
        var worker = OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = capacity }))[0];
        var sender = CreateTestProbe();
        Arrive([.. Enumerable.Range(1, capacity + 1).Select(number => (long)number)]);
        Tell(Order(9), sender);
        ExpectNothing(sender);

        worker.Serves(1);

        sender.ExpectMsg<Worker.Unblocked>();
    }

    [Fact]
    public void Blocked_orders_enter_the_queue_in_order_of_arrival()
    {
        var worker = OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = 1 }))[0];

        Arrive(1, 2, 3, 4, 5);

        worker.ServeAll().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void The_highest_priority_is_served_first_and_the_oldest_within_it()
    {
        var shop = Stage(change: stage => stage with { Priority = true });
        var coffee = shop.Menu[0];
        shop = shop with { Menu = [coffee, coffee with { Index = 1, Name = "vip", Priority = 5 }] };
        var worker = OpenWithIdle(SharedQueue, shop)[0];
        foreach (var (number, drink) in new[] { (1, 0), (2, 0), (3, 1), (4, 0), (5, 1) })
        {
            Tell(Order(number, drink));
        }

        worker.ServeAll().ShouldBe([1, 3, 5, 2, 4]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void A_customer_whose_patience_ends_reneges_from_the_queue_or_from_outside(int? capacity)
    {
        var shop = Stage(change: stage => stage with { QueueCapacity = capacity })
            .WithCustomers(customers => customers with { Patience = new Queueing.Distributions.Deterministic(10) });
        var worker = OpenWithIdle(SharedQueue, shop)[0];
        Arrive(1, 2, 3);
        worker.Takes(1);

        EndPatience(2).ShouldBeTrue();
        EndPatience(1).ShouldBeFalse("it never waited");

        Counter.ExpectMsg<Order>().Outcome.ShouldBe(Outcome.Reneged);
        ExpectNothing(Counter);
        worker.ReportIdle();
        EndPatience(3).ShouldBeTrue();
        ExpectNothing(Counter);
        worker.ServeAll().ShouldBe([3], "it was assigned to the worker before");
    }

    [Fact]
    public void An_order_whose_worker_failed_is_served_first()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];
        Arrive(1, 2);

        worker.FailsWith(worker.Take());

        worker.ServeAll().ShouldBe([1, 2]);
    }

    [Fact]
    public void Idle_workers_retire_before_busy_ones()
    {
        var workers = OpenWithIdle(SharedQueue, Stage(workers: 2));
        Arrive(1);

        Tell(new StageQueue.Resize(-1));

        workers[1].Leaves();
        workers[0].Takes(1);
    }

    [Fact]
    public void A_leaving_worker_finishes_its_current_order_and_leaves_its_queue_to_the_others()
    {
        var workers = OpenWithIdle(RoundRobin, Stage(workers: 2));
        Arrive(1, 2, 3, 4);
        var (first, second) = (workers[0].Take(), workers[1].Take());

        Tell(new StageQueue.Resize(-1));
        workers[1].ReportIdle();
        workers[1].Leaves();
        workers[0].ReportIdle();

        new[] { first.Number, second.Number }.Concat(workers[0].ServeAll()).Order().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_customer_called_by_an_idle_worker_goes_to_that_worker()
    {
        var workers = OpenWithIdle(SharedQueue, Stage(workers: 2).WithArrivals(new ArrivalSettings.Saturated(), 10));
        Outside.ExpectMsg<Shop.Customers.SaturatedCustomers.CallNext>().Worker.ShouldBe(workers[0].Slot);

        Tell(new StageQueue.CustomerCame(Order(1), workers[1].Slot));

        workers[1].Takes(1);
        workers[0].HasNothing.ShouldBeTrue();
    }
}
