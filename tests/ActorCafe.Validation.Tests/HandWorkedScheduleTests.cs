using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Small hand-worked schedules: constant times, all customers there at opening.</summary>
public class HandWorkedScheduleTests
{
    /// <summary>
    /// Waiter 10 s, machine 30 s, four orders, no queue at the machine:
    /// <code>
    /// order   waiter   blocked    machine
    ///   1      0- 10      -        10- 40
    ///   2     10- 20    20- 40     40- 70
    ///   3     40- 50    50- 70     70-100
    ///   4     70- 80    80-100    100-130
    /// </code>
    /// </summary>
    [Fact]
    public async Task Without_a_queue_at_the_machine_the_waiter_is_blocked_until_it_is_free()
    {
        var result = await Line(4, [10], [30], places: 0).RunAsync();

        result.Makespan.ShouldBe(130);
        Shares(result.Stages[0]).ShouldBe((40 / 130.0, 60 / 130.0));
        Shares(result.Stages[1]).ShouldBe((120 / 130.0, 0));
        result.Stages[0].WaitingTime.Mean!.Value.ShouldBe((0 + 10 + 40 + 70) / 4.0, 1e-9);
        result.Stages[1].WaitingTime.Mean.ShouldBe(0);
        result.Stages[1].QueueLength.ShouldBe(new Level(0, 0));
    }

    /// <summary>
    /// The same with a queue of one at the machine:
    /// <code>
    /// order   waiter   blocked     waits    machine
    ///   1      0- 10      -          -       10- 40
    ///   2     10- 20      -       20- 40     40- 70
    ///   3     20- 30    30- 40    40- 70     70-100
    ///   4     40- 50    50- 70    70-100    100-130
    /// </code>
    /// </summary>
    [Fact]
    public async Task With_a_queue_of_one_at_the_machine_the_waiter_is_an_order_ahead()
    {
        var result = await Line(4, [10], [30], places: 1).RunAsync();

        result.Makespan.ShouldBe(130);
        Shares(result.Stages[0]).ShouldBe((40 / 130.0, 30 / 130.0));
        result.Stages[0].WaitingTime.Mean!.Value.ShouldBe((0 + 10 + 20 + 40) / 4.0, 1e-9);
        result.Stages[1].WaitingTime.Mean!.Value.ShouldBe((0 + 20 + 30 + 30) / 4.0, 1e-9);
        result.Stages[1].QueueLength.Mean!.Value.ShouldBe((20 + 30 + 30) / 130.0, 1e-12);
        result.Stages[1].QueueLength.Max.ShouldBe(1);
    }

    /// <summary>
    /// Waiter 20 s; the machine takes 50 s for the first order and 10 s for the others. With an unlimited queue:
    /// <code>
    /// order   waiter   machine
    ///   1      0- 20   20- 70
    ///   2     20- 40   70- 80
    ///   3     40- 60   80- 90
    ///   4     60- 80   90-100
    /// </code>
    /// With a queue of one, the third order blocks the waiter until 70. The fourth is accepted from 70 to 90, just in time.
    /// Without a queue, the second order blocks the waiter until 70: third 70-90 and 90-100, fourth 90-110 and 110-120.
    /// </summary>
    [Theory]
    [InlineData(null, 100, 0)]
    [InlineData(1, 100, 10)]
    [InlineData(0, 120, 30)]
    public async Task A_queue_of_one_between_two_workers_absorbs_one_slow_order(int? places, double makespan, double kept)
    {
        var result = await Line(4, [20], [50, 10, 10, 10], places).RunAsync();

        result.Makespan.ShouldBe(makespan);
        result.Stages[0].Blocked!.Value.ShouldBe(kept / makespan, 1e-12);
    }

    /// <summary>
    /// The waiter serves for 10 s and hands over for 5 s; the machine serves for 20 s and hands over to the customer for 2 s:
    /// <code>
    /// order   waiter    hands over   machine   hands over
    ///   1      0- 10     10- 15      15- 35     35- 37
    ///   2     15- 25     25- 30      37- 57     57- 59
    ///   3     30- 40     40- 45      59- 79     79- 81
    /// </code>
    /// </summary>
    [Fact]
    public async Task Handing_over_takes_time_of_the_worker_and_the_order()
    {
        var served = new Served();
        var shop = Line(3, [10], [20], places: null)
            .WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) })
            .WithStage("machine", stage => stage with { HandOverTime = TimeSpan.FromSeconds(2) });

        var result = await Simulation.RunAsync(shop, new RunOptions { MeasureCapacity = false, OrderLog = _ => served });

        served.At.ShouldBe([37, 59, 81]);
        Shares(result.Stages[0]).ShouldBe((30 / 81.0, 0));
        Shares(result.Stages[1]).ShouldBe((60 / 81.0, 0));
        result.Stages[0].HandOver!.Value.ShouldBe(15 / 81.0, 1e-12);
        result.Stages[1].HandOver!.Value.ShouldBe(6 / 81.0, 1e-12);
        result.Stages[0].WaitingTime.Mean!.Value.ShouldBe((0 + 15 + 30) / 3.0, 1e-9);
        result.Stages[1].WaitingTime.Mean!.Value.ShouldBe((0 + 7 + 14) / 3.0, 1e-9);
    }

    /// <summary>
    /// Two waiters serve for 10 s and stay with the order; there is one machine of 30 s:
    /// <code>
    /// order   waiter     machine   the waiter stays
    ///   1     A  0-10    10- 40        10- 40
    ///   2     B  0-10    40- 70        10- 70
    ///   3     A 40-50    70-100        50-100
    ///   4     B 70-80   100-130        80-130
    /// </code>
    /// </summary>
    [Fact]
    public async Task A_waiter_who_stays_takes_the_next_customer_when_the_coffee_is_served()
    {
        var shop = Line(4, [10], [30], places: null).WithStage("waiter", stage => stage with { Workers = 2, StaysWithOrder = true });

        var result = await shop.RunAsync();

        result.Makespan.ShouldBe(130);
        Shares(result.Stages[0]).ShouldBe((40 / 260.0, 190 / 260.0));
        result.Stages[1].WaitingTime.Mean!.Value.ShouldBe((0 + 30 + 20 + 20) / 4.0, 1e-9);
        result.ResponseTime.Mean!.Value.ShouldBe((40 + 70 + 100 + 130) / 4.0, 1e-9);
    }

    private static (double? Utilisation, double? Blocked) Shares(StageResult stage) => (stage.Utilisation, stage.Blocked);

    private static ShopSettings Line(long orders, double[] waiter, double[] machine, int? places) =>
        Shops.Of(
            [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = places, WhenFull = WhenFull.Block }],
            [new Sequence([.. waiter]), new Sequence([.. machine])],
            "accept",
            "brew").WithArrivals(new ArrivalSettings.AllAtOnce(), orders);

    private sealed class Served : IOrderLog
    {
        public List<double> At { get; } = [];

        public void Left(Order order) => At.Add(order.Left.TotalSeconds);
    }
}
