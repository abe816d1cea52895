using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

/// <summary>Stages, their pools, and the steps they perform.</summary>
public sealed class StructureTests
{
    private const string Pool = "akka.actor.deployment./cafe/grinder";

    [Fact]
    public void Every_choice_of_a_stage_is_read()
    {
        var stage = TestShops.Pipeline(
            "cafe.stage.grinder={ queue-capacity = 3, when-full = reject, stays-with-order = yes, hand-over-time = 500ms, priority = true, schedule = [{ at = 1s, workers = 2 }, { at = 1h, workers = 1 }] }",
            Pool + "={ router = round-robin-pool, nr-of-instances = 10000, cluster { enabled = on, use-role = grinder } }").Stages[1];

        stage.QueueCapacity.ShouldBe(3);
        stage.WhenFull.ShouldBe(WhenFull.Reject);
        stage.StaysWithOrder.ShouldBeTrue();
        stage.HandOverTime.ShouldBe(TimeSpan.FromMilliseconds(500));
        stage.Priority.ShouldBeTrue();
        stage.Schedule.Changes.ShouldBe([new(TimeSpan.FromSeconds(1), 2), new(TimeSpan.FromHours(1), 1)]);
        (stage.Router, stage.Workers, stage.Index).ShouldBe(("round-robin-pool", 10_000, 1));
    }

    [Fact]
    public void A_breakdown_has_two_times_and_says_what_becomes_of_the_order()
    {
        var stage = TestShops.Pipeline("cafe.stage.grinder.breakdown={ up { distribution = exponential, mean = 3h }, repair = 1h, order = give-back }").Stages[1];

        var breakdown = stage.Breakdown.ShouldNotBeNull();
        (breakdown.Up.Mean, breakdown.Repair.Mean, breakdown.GivesBack).ShouldBe((10_800, 3600, true));
        stage.Availability.ShouldBe(0.75);
    }

    [Theory]
    [InlineData("breakdown={ up = 3h, repair = 0s }", true, false)]
    [InlineData("breakdown={ up = 3h, repair = 1h, order = resume }", true, false)]
    [InlineData("breakdown=none", false, false)]
    [InlineData("priority=preemptive", false, true)]
    [InlineData("priority=on", false, false)]
    public void A_stage_breaks_down_or_preempts_only_where_it_says_so(string set, bool breaksDown, bool preempts)
    {
        var stage = TestShops.Pipeline($"cafe.stage.grinder.{set}").Stages[1];

        (stage.Breakdown is { GivesBack: false }, stage.Preempts).ShouldBe((breaksDown, preempts));
        stage.Priority.ShouldBe(set.StartsWith("priority", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("breakdown={ up = 3h, repair = 1h }", "breakdown: workers of a cluster cannot be made to break down; write breakdown = none, or simulate the shop with run")]
    [InlineData("priority=preemptive", "priority: orders on a cluster cannot be interrupted; write priority = on, or simulate the shop with run")]
    [InlineData("schedule=[{ at = 1h, workers = 0 }]", "schedule: a stage of a cluster always has workers; write 1 or more workers in each entry, or simulate the shop with run")]
    public void A_node_refuses_what_it_cannot_do(string set, string message) =>
        Should.Throw<InputException>(() => ShopFiles.LoadNode([], [], [TestShops.Set($"cafe.stage.grinder.{set}")], [])).Message.ShouldBe($"--set: cafe.stage.grinder.{message}");

    [Theory]
    [InlineData("cafe.stage.grinder.worker=nurse", "nurse", WorkerKind.Person)]
    [InlineData("cafe.stage.grinder.worker=null", "grinder", WorkerKind.Person)]
    [InlineData("cafe.stage.grinder.worker=coffee-machine", "coffee-machine", WorkerKind.Machine)]
    [InlineData("cafe.stage.grinder={ worker = coffee-machine, is = person }", "coffee-machine", WorkerKind.Person)]
    [InlineData("cafe.stage.grinder={ worker = build-agent, is = machine }", "build-agent", WorkerKind.Machine)]
    public void A_worker_has_any_name_and_is_a_person_or_a_machine(string hocon, string worker, WorkerKind kind)
    {
        var stage = TestShops.Pipeline(hocon).Stages[1];

        (stage.Worker, stage.Is).ShouldBe((worker, kind));
    }

    [Theory]
    [InlineData("shared-queue-pool")]
    [InlineData("shortest-queue-pool")]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    public void Four_routers_are_queue_disciplines(string router) =>
        TestShops.Pipeline($"{Pool}.router={router}").Stages[1].Router.ShouldBe(router);

    [Theory]
    [InlineData("router=smallest-mailbox-pool", "router: smallest-mailbox-pool counts waiting messages only and would give every order to the first worker; write shortest-queue-pool")]
    [InlineData("router=broadcast-pool", "router: 'broadcast-pool' is not a known router; write shared-queue-pool, shortest-queue-pool, round-robin-pool or random-pool")]
    [InlineData("router=round-robin-group", "router: 'round-robin-group' is not a known router; did you mean round-robin-pool? Use shared-queue-pool, shortest-queue-pool, round-robin-pool or random-pool")]
    [InlineData("router=share-queue-pool", "router: 'share-queue-pool' is not a known router; did you mean shared-queue-pool? Use shared-queue-pool, shortest-queue-pool, round-robin-pool or random-pool")]
    [InlineData("router=null", "router: the key is missing; write router = shared-queue-pool")]
    [InlineData("nr-of-instances=two", "nr-of-instances: 'two' is not a whole number; write a whole number from 1 to 100000")]
    [InlineData("nr-of-instances=0", "nr-of-instances: 0 is out of range; write a whole number from 1 to 100000")]
    [InlineData("nr-of-instances=-1", "nr-of-instances: -1 is out of range; write a whole number from 1 to 100000")]
    [InlineData("nr-of-instances=1.5", "nr-of-instances: '1.5' is not a whole number; write a whole number from 1 to 100000")]
    [InlineData("nr-of-instances=100001", "nr-of-instances: 100001 is out of range; write a whole number from 1 to 100000")]
    [InlineData("nr-of-instances=null", "nr-of-instances: the key is missing; write nr-of-instances = 1")]
    [InlineData("instances=2", "instances: unknown key; write router, nr-of-instances or cluster")]
    [InlineData("cluster=on", "cluster: expected an object, not 'on'; write cluster { ... }")]
    public void A_wrong_pool_is_refused(string set, string message) =>
        TestShops.Refusal($"{Pool}.{set}").ShouldBe($"--set: {Pool}.{message}");

    [Theory]
    [InlineData("akka.actor.deployment./cafe/oven={ router = random-pool, nr-of-instances = 1 }", "akka.actor.deployment./cafe/oven: there is no stage 'oven' in cafe.stages; write waiter, grinder or machine (or remove the entry with = null)")]
    [InlineData("akka.actor.deployment./user/waiter.router=random-pool", "akka.actor.deployment./user/waiter: '/user/waiter' is not the path of a stage; write /cafe/STAGE { router = shared-queue-pool, nr-of-instances = 1 }")]
    [InlineData("akka.actor.deployment=3", "akka.actor.deployment: expected an object, not '3'; write deployment { ... }")]
    [InlineData("cafe.stages=[waiter, grinder, waiter, machine]", "cafe.stages: waiter is listed twice; name each stage once")]
    [InlineData("cafe.stages=[]", "cafe.stages: the list is empty; write at least one value, as in [STAGE, ...]")]
    [InlineData("cafe.stages=waiter", "cafe.stages: expected a list, not 'waiter'; write stages = [STAGE, ...]")]
    [InlineData("cafe.stages=[waiter, grinder, machine, bar]", "cafe.stage.bar: the key is missing; write bar { performs = [accept] }")]
    [InlineData("cafe.stages=[waiter, grinder, machine, \"the bar\"]", "cafe.stages: 'the bar' is not a name for a stage; use letters, digits, - and _")]
    [InlineData("cafe.stages=[waiter, grinder, machine, customers]", "cafe.stages: the name 'customers' belongs to the shop itself; give the stage another name")]
    [InlineData("cafe.stages=[pick-up-counter]", "cafe.stages: the name 'pick-up-counter' belongs to the shop itself; give the stage another name")]
    [InlineData("cafe.stages=[{ waiter = 1 }]", "cafe.stages[0]: expected text, not an object; write the name of a stage")]
    [InlineData("cafe.stage.bar={ worker = waiter, performs = [accept] }", "cafe.stage.bar: cafe.stages does not name this stage; add it there, or remove it with cafe.stage.bar = null")]
    [InlineData("cafe.stage.grindr.queue-capacity=3", "cafe.stage.grindr: cafe.stages does not name this stage; did you mean grinder? (or add it there, or remove it with cafe.stage.grindr = null)")]
    [InlineData("cafe.stage.grinder=2", "cafe.stage.grinder: expected an object, not '2'; write grinder { ... }")]
    [InlineData("cafe.stage.grinder.worker=\"head barista\"", "cafe.stage.grinder.worker: 'head barista' is not a name for a worker; use letters, digits, - and _")]
    [InlineData("cafe.stage.grinder.is=robot", "cafe.stage.grinder.is: 'robot' is neither a person nor a machine; write is = person or is = machine")]
    [InlineData("cafe.stage.grinder.performs=[]", "cafe.stage.grinder.performs: the list is empty; write at least one value, as in [accept]")]
    [InlineData("cafe.stage.grinder.performs=[grid]", "cafe.stage.grinder.performs: there is no step 'grid' in cafe.step; did you mean grind?")]
    [InlineData("cafe.stage.grinder.performs=[grind, accept]", "cafe.stage.grinder.performs: accept is performed by waiter already; let one stage perform it, once")]
    [InlineData("cafe.stage.grinder.performs=[grind, grind]", "cafe.stage.grinder.performs: grind is listed twice; let one stage perform it, once")]
    [InlineData("cafe.stage.grinder.queue-capacity=-1", "cafe.stage.grinder.queue-capacity: -1 is out of range; write a whole number from 0 to 2147483647, or unlimited")]
    [InlineData("cafe.stage.grinder.queue-capacity=1.5", "cafe.stage.grinder.queue-capacity: '1.5' is not a whole number; write a whole number from 0 to 2147483647, or unlimited")]
    [InlineData("cafe.stage.grinder.when-full=wait", "cafe.stage.grinder.when-full: 'wait' is no known when-full; write block or reject")]
    [InlineData("cafe.stage.grinder.stays-with-order=maybe", "cafe.stage.grinder.stays-with-order: 'maybe' is neither on nor off; write on or off")]
    [InlineData("cafe.stage.grinder.priority=3", "cafe.stage.grinder.priority: '3' is neither on nor off; write on or off, or preemptive")]
    [InlineData("cafe.stage.grinder.breakdown=on", "cafe.stage.grinder.breakdown: expected an object, not 'on'; write none, or breakdown { up { distribution = exponential, mean = 4h }, repair = 15m }")]
    [InlineData("cafe.stage.grinder.breakdown={ up = 4h }", "cafe.stage.grinder.breakdown.repair: the key is missing; write repair = 15m")]
    [InlineData("cafe.stage.grinder.breakdown={ repair = 15m }", "cafe.stage.grinder.breakdown.up: the key is missing; write up { distribution = exponential, mean = 4h }")]
    [InlineData("cafe.stage.grinder.breakdown={ up = 0s, repair = 15m }", "cafe.stage.grinder.breakdown.up: the worker would always be down: the time is 0; write a time above 0 such as 4h")]
    [InlineData("cafe.stage.grinder.breakdown={ up { distribution = exponential, mean = 0s }, repair = 15m }", "cafe.stage.grinder.breakdown.up.mean: the time is 0; write a time above 0 such as 45s")]
    [InlineData("cafe.stage.grinder.breakdown={ up = 4h, repair = -1s }", "cafe.stage.grinder.breakdown.repair: -1s is negative; write a number and a unit, such as 45s, 1.5m or 200ms, or repair { distribution = ... }")]
    [InlineData("cafe.stage.grinder.breakdown={ up = 4h, repair = 1s, order = keep }", "cafe.stage.grinder.breakdown.order: 'keep' is no known order; write resume or give-back")]
    [InlineData("cafe.stage.grinder.breakdown={ up = 4h, mend = 1s, repair = 1s }", "cafe.stage.grinder.breakdown.mend: unknown key; write up, repair or order")]
    [InlineData("cafe.stage.grinder.hand-over-time=-1s", "cafe.stage.grinder.hand-over-time: -1s is negative; write a number and a unit, such as 45s, 1.5m or 200ms")]
    [InlineData("cafe.stage.grinder.hand-over-time=0", "cafe.stage.grinder.hand-over-time: 0 has no unit; write 0s for seconds")]
    [InlineData("cafe.stage.grinder.schedule=[{ at = 2h, workers = 4 }, { at = 2h, workers = 1 }]", "cafe.stage.grinder.schedule[1].at: the time is not after that of the change before it; write the changes in order of time")]
    [InlineData("cafe.stage.grinder.schedule=[{ at = 2h, workers = -1 }]", "cafe.stage.grinder.schedule[0].workers: -1 is out of range; write a whole number from 0 to 100000")]
    [InlineData("cafe.stage.grinder={ schedule = [{ at = 24h, workers = 0 }], schedule-repeats = 24h }", "cafe.stage.grinder.schedule[0].at: the schedule begins again after 24:00:00, before this change; write an earlier time, or a longer schedule-repeats")]
    [InlineData("cafe.stage.grinder.schedule-repeats=0s", "cafe.stage.grinder.schedule-repeats: the time is 0; write a time above 0 such as 45s, or none")]
    [InlineData("cafe.stage.grinder.schedule=[{ at = 2h }]", "cafe.stage.grinder.schedule[0].workers: the key is missing; write workers = 4")]
    [InlineData("cafe.stage.grinder.schedule=[{ at = 2h, worker = 4 }]", "cafe.stage.grinder.schedule[0].worker: unknown key; did you mean workers?")]
    [InlineData("cafe.stage.grinder.schedule=[4]", "cafe.stage.grinder.schedule: expected { at, workers }, not '4'; write schedule = [ { at = 2h, workers = 4 } ]")]
    [InlineData("cafe.stage.grinder.schedule=4", "cafe.stage.grinder.schedule: expected a list, not '4'; write schedule = [ { at = 2h, workers = 4 } ]")]
    [InlineData("cafe.stage.grinder.que-capacity=4", "cafe.stage.grinder.que-capacity: unknown key; did you mean queue-capacity?")]
    public void A_wrong_structure_is_refused(string set, string message) =>
        TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Fact]
    public void A_stage_without_a_deployment_is_refused_where_the_stage_stands()
    {
        using var folder = new ShopFolder().Write("shop.conf", """
            cafe.stages = [counter, grinder, machine]
            cafe.stage.counter { worker = waiter, performs = [accept] }
            """);

        folder.Refusal().ShouldBe("shop.conf: akka.actor.deployment./cafe/counter: the key is missing; write /cafe/counter { router = shared-queue-pool, nr-of-instances = 1 }");
    }

    [Fact]
    public void Without_any_deployment_the_first_stage_misses_its_own() =>
        TestShops.Refusal("akka.actor.deployment=null")
            .ShouldBe("pipeline.conf: akka.actor.deployment./cafe/waiter: the key is missing; write /cafe/waiter { router = shared-queue-pool, nr-of-instances = 1 }");

    [Fact]
    public void A_whole_shop_may_be_one_stage()
    {
        var shop = TestShops.Embedded("solo.conf", "cafe.stages=[waiter]", "cafe.stage.machine=null", "akka.actor.deployment./cafe/machine=null", "cafe.stage.waiter.performs=[accept, grind, brew]").Settings;

        shop.Menu[0].Recipe.Select(step => step.Stage).ShouldBe([0, 0, 0]);
    }
}
