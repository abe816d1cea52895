using ActorCafe.Analysis.Planning;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Tests.Planning;

/// <summary>Plans that can be checked by hand or by simulating every staffing.</summary>
public class PlannerTests
{
    private static readonly Distribution[] Constant = [new Deterministic(20), new Deterministic(60), new Deterministic(45)];

    [Fact]
    public async Task With_constant_times_there_are_as_many_workers_as_nobody_ever_waits_for()
    {
        // One customer every 25 s: 60 / 25 = 2.4 grinders, 45 / 25 = 1.8 machines, and nobody waits.
        var shop = Shops.Pipeline(1, 1, 1, Constant);
        shop = shop with { Customers = shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Deterministic(25), 1) } };
        var plan = await PlanAsync(shop, new Target("max < 126s", TargetMeasure.Max, null, 126));
        plan.Chosen!.Workers.ShouldBe([1, 3, 2]);
        plan.Chosen.CostPerHour.ShouldBe(15 + 45 + 8);
        plan.Chosen.Confidence.ShouldBe(1);
        plan.OneFewer[0].ShouldBeNull();
        plan.OneFewer[1]!.Confidence.ShouldBe(0);
        plan.OneFewer[2]!.Confidence.ShouldBe(0);
    }

    [Fact]
    public async Task No_cheaper_pools_meet_the_targets()
    {
        var shop = Shops.Pipeline();
        var target = new Target("mean < 200s", TargetMeasure.Mean, null, 200);
        var plan = await PlanAsync(shop, target);
        var chosen = plan.Chosen!;
        chosen.Meets(0.95).ShouldBeTrue();
        var simulator = new StaffingSimulator(plan.Request, new PlanProgress(null));
        for (var grinders = 2; grinders <= 4; grinders++)
        {
            for (var machines = 2; machines <= 4; machines++)
            {
                var staffing = await simulator.SimulateAsync([1, grinders, machines]);
                if (staffing.CostPerHour < chosen.CostPerHour)
                {
                    staffing.Meets(0.95).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public async Task What_no_staff_could_do_is_out_of_reach()
    {
        var plan = await PlanAsync(Shops.Pipeline(1, 1, 1, Constant), new Target("mean < 2m", TargetMeasure.Mean, null, 120));
        plan.Chosen.ShouldBeNull();
        plan.Largest!.Estimates[0].Measured!.Value.ShouldBe(125.0, 0.5);
    }

    [Fact]
    public async Task Pools_without_a_steady_state_are_not_chosen_however_generous_the_target_is()
    {
        // Each stage could serve 90 orders per hour and 72 arrive; but without room between them only 60 can be served.
        var shop = Shops.Of(
            [Shops.Stage("first", 1, "accept"), Shops.Stage("second", 1, "brew") with { QueueCapacity = 0 }], [new Exponential(40), new Exponential(40)], "accept", "brew");
        shop = shop with { Customers = shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Exponential(50), 1) } };

        var plan = await PlanAsync(shop, new Target("mean < 100h", TargetMeasure.Mean, null, 360_000));

        plan.Chosen!.Workers.Sum().ShouldBe(3);
        plan.Chosen.SteadyState.Reached.ShouldBeTrue();
        var fewer = plan.OneFewer.Single(staffing => staffing is not null)!;
        fewer.SteadyState.Reason!.ShouldStartWith("72 orders arrive per hour, at most ");
        (fewer.Confidence, fewer.Estimates[0].Ci).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_limit_of_utilisation_is_work_over_workers()
    {
        // 45 s of work every 40 s: 1.125 machines are busy, so two are at 56 % and three at 37.5 %.
        var plan = await PlanAsync(Shops.Pipeline(), new Target("utilisation(machine) < 45%", TargetMeasure.Utilisation, 2, 0.45));
        plan.Chosen!.Workers[2].ShouldBe(3);
        plan.Chosen.Utilisation[2]!.Value.ShouldBe(0.375, 0.02);
    }

    [Fact]
    public async Task Customers_by_the_hour_are_given_a_schedule_that_is_played_before_it_is_given()
    {
        var shop = Shops.Pipeline();
        shop = shop with { Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Hourly([20, 90, 20]), Until = TimeSpan.FromHours(3) } };
        var plan = await PlanAsync(shop, new Target("mean < 5m", TargetMeasure.Mean, null, 300));
        plan.Chosen!.Meets(0.95).ShouldBeTrue();
        var grinder = plan.Staff[1];
        grinder.PerHour[1].ShouldBeGreaterThan(grinder.PerHour[0]);
        grinder.Opening.ShouldBe(grinder.PerHour[0]);
        grinder.Changes[0].ShouldBe(new PoolChange(TimeSpan.FromHours(1), grinder.PerHour[1]));
    }

    [Fact]
    public async Task A_schedule_is_planned_and_paid_for_from_opening_to_the_closing_of_the_door()
    {
        // Open from 8:30 to 11:00: half an hour at 20 customers per hour, one hour at 90, one at 20. At other hours nobody comes.
        double[] rates = [.. Enumerable.Range(0, 24).Select(hour => hour switch { 8 or 10 => 20.0, 9 => 90, _ => 0 })];
        var shop = Shops.Pipeline();
        shop = shop with
        {
            Customers = new CustomersSettings
            {
                Arrivals = new ArrivalSettings.Hourly([.. rates]),
                OpensAt = TimeSpan.FromHours(8.5),
                Until = TimeSpan.FromHours(11),
            },
        };

        var plan = await PlanAsync(shop, new Target("mean < 5m", TargetMeasure.Mean, null, 300));

        var grinder = plan.Staff[1];
        grinder.PerHour.Index().ShouldAllBe(hour => hour.Item > 0 == (hour.Index >= 8 && hour.Index < 11));
        grinder.Opening.ShouldBe(grinder.PerHour[8]);
        grinder.PerHour[9].ShouldBeGreaterThan(grinder.PerHour[8]);
        grinder.Changes[0].ShouldBe(new PoolChange(TimeSpan.FromHours(9), grinder.PerHour[9]));
        double Cost(int hour) => plan.Staff.Zip(plan.Request.CostPerHour, (staff, each) => staff.PerHour[hour] * each).Sum();
        plan.Chosen!.CostPerHour.ShouldBe(((0.5 * Cost(8)) + Cost(9) + Cost(10)) / 2.5, 1e-9);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_plan_however_many_runs_are_played_at_once()
    {
        var target = new Target("p95 < 6m", TargetMeasure.P95, null, 360);
        var one = await PlanAsync(Shops.Pipeline(), target, parallel: 1);
        var four = await PlanAsync(Shops.Pipeline(), target, parallel: 4);
        four.Chosen!.Workers.ShouldBe(one.Chosen!.Workers);
        four.Chosen.Estimates[0].Measured.ShouldBe(one.Chosen.Estimates[0].Measured);
    }

    [Fact]
    public async Task Progress_never_falls_and_is_not_whole_before_the_end()
    {
        var shares = new Shares();
        await Planner.PlanAsync(new PlanRequest
        {
            Shop = Shops.Pipeline(),
            CostPerHour = [15, 15, 4],
            Targets = [new Target("mean < 200s", TargetMeasure.Mean, null, 200)],
            Progress = shares,
        });

        shares.Reported.ShouldBe(shares.Reported.Order());
        shares.Reported.Distinct().Count().ShouldBeGreaterThan(4);
        shares.Reported[^1].ShouldBeInRange(0.5, 0.99);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Reported { get; } = [];

        public void Report(double value) => Reported.Add(value);
    }

    private static Task<ShopPlan> PlanAsync(ShopSettings shop, Target target, int parallel = 2) => Planner.PlanAsync(new PlanRequest
    {
        Shop = shop,
        CostPerHour = [15, 15, 4],
        Targets = [target],
        Parallel = parallel,
    });
}
