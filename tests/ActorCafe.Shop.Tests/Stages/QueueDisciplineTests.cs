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

        Come(1, 2, 3);

        worker.ServeAll().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void An_order_goes_to_the_worker_idle_for_longest()
    {
        var hands = OpenWithIdle(SharedQueue, Stage(workers: 3));
        Come(1);
        hands[0].Serves(1);

        Come(2, 3, 4);

        hands[1].Takes(2);
        hands[2].Takes(3);
        hands[0].Takes(4);
    }

    [Fact]
    public void Round_robin_gives_each_worker_its_turn_though_others_are_idle()
    {
        var hands = OpenWithIdle(RoundRobin, Stage(workers: 2));

        Come(1, 2, 3, 4);

        new[] { hands[0].ServeAll(), hands[1].ServeAll() }.OrderBy(orders => orders[0]).ShouldBe([[1, 3], [2, 4]]);
    }

    [Fact]
    public void Of_equally_short_queues_the_first_is_joined()
    {
        var hands = OpenWithIdle(ShortestQueue, Stage(workers: 2));

        Come(1, 2, 3);

        hands[0].ServeAll().ShouldBe([1, 3]);
        hands[1].ServeAll().ShouldBe([2]);
    }

    [Fact]
    public void Random_choice_is_a_function_of_seed_and_order()
    {
        long[][] Play()
        {
            var shop = Stage(workers: 3);
            var hands = OpenWithIdle(AtRandom, shop);
            for (var number = 1; number <= 30; number++)
            {
                Say(OrderOf(shop, number));
            }

            return [.. hands.Select(hand => hand.ServeAll())];
        }

        var first = Play();

        Play().ShouldBe(first);
        first.ShouldAllBe(orders => orders.Length > 0);
    }

    [Fact]
    public void A_full_queue_turns_an_order_away()
    {
        OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = 1, WhenFull = WhenFull.Reject }));

        Come(1, 2, 3);

        var rejected = Counter.ExpectMsg<Order>();
        rejected.Number.ShouldBe(3);
        rejected.Outcome.ShouldBe(Outcome.Rejected);
        ExpectNothing(Counter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_full_queue_keeps_the_giver_until_there_is_room(int capacity)
    {
        var worker = OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = capacity }))[0];
        var giver = CreateTestProbe();
        Come([.. Enumerable.Range(1, capacity + 1).Select(number => (long)number)]);
        Say(Order(9), giver);
        ExpectNothing(giver);

        worker.Serves(1);

        giver.ExpectMsg<Worker.Unblocked>();
    }

    [Fact]
    public void Who_waits_outside_moves_up_in_the_order_of_coming()
    {
        var worker = OpenWithIdle(SharedQueue, Stage(change: stage => stage with { QueueCapacity = 1 }))[0];

        Come(1, 2, 3, 4, 5);

        worker.ServeAll().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void The_highest_priority_goes_first_and_the_oldest_within()
    {
        var shop = Stage(change: stage => stage with { Priority = true });
        var coffee = shop.Menu[0];
        shop = shop with { Menu = [coffee, coffee with { Index = 1, Name = "vip", Priority = 5 }] };
        var worker = OpenWithIdle(SharedQueue, shop)[0];
        foreach (var (number, drink) in new[] { (1, 0), (2, 0), (3, 1), (4, 0), (5, 1) })
        {
            Say(Order(number, drink));
        }

        worker.ServeAll().ShouldBe([1, 3, 5, 2, 4]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void A_customer_whose_patience_ends_leaves_the_line_or_the_pavement(int? capacity)
    {
        var shop = Stage(change: stage => stage with { QueueCapacity = capacity })
            .WithCustomers(customers => customers with { Patience = new Queueing.Distributions.Deterministic(10) });
        var worker = OpenWithIdle(SharedQueue, shop)[0];
        Come(1, 2, 3);
        worker.Takes(1);

        Say(new StageQueue.PatienceEnded(2));
        Say(new StageQueue.PatienceEnded(1));

        Counter.ExpectMsg<Order>().Outcome.ShouldBe(Outcome.Reneged);
        ExpectNothing(Counter);
        worker.SayIdle();
        worker.ServeAll().ShouldBe([3]);
    }

    [Fact]
    public void An_order_a_worker_failed_with_goes_first()
    {
        var worker = OpenWithIdle(SharedQueue, Stage())[0];
        Come(1, 2);

        worker.FailsWith(worker.Take());

        worker.ServeAll().ShouldBe([1, 2]);
    }

    [Fact]
    public void Idle_workers_are_sent_home_before_busy_ones()
    {
        var hands = OpenWithIdle(SharedQueue, Stage(workers: 2));
        Come(1);

        Say(new StageQueue.Retire(1));

        hands[1].Leaves();
        hands[0].Takes(1);
    }

    [Fact]
    public void A_leaving_worker_finishes_the_order_in_hand_and_leaves_its_line_to_the_others()
    {
        var hands = OpenWithIdle(RoundRobin, Stage(workers: 2));
        Come(1, 2, 3, 4);
        var (first, second) = (hands[0].Take(), hands[1].Take());

        Say(new StageQueue.Retire(1));
        hands[1].SayIdle();
        hands[1].Leaves();
        hands[0].SayIdle();

        new[] { first.Number, second.Number }.Concat(hands[0].ServeAll()).Order().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_customer_called_by_an_idle_worker_goes_to_that_worker()
    {
        var hands = OpenWithIdle(SharedQueue, Stage(workers: 2).WithArrivals(new ArrivalSettings.Saturated(), 10));
        Outside.ExpectMsg<Shop.Customers.SaturatedCustomers.CallNext>().Worker.ShouldBe(hands[0].Slot);

        Say(new StageQueue.CustomerCame(Order(1), hands[1].Slot));

        hands[1].Takes(1);
        hands[0].HasNothing.ShouldBeTrue();
    }
}
