using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

/// <summary>Arrivals, their end, and that runs end.</summary>
public sealed class CustomersReaderTests
{
    private const string Arrivals = "cafe.customers.arrivals";
    private const string Unlimited = "cafe.customers.orders=unlimited";

    [Fact]
    public void Renewal_customers_come_in_batches_if_asked() =>
        Process("batch=3").ShouldBeOfType<ArrivalSettings.Renewal>().Batch.ShouldBe(3);

    [Fact]
    public void The_mean_gap_of_renewal_customers_may_change_by_the_clock()
    {
        var renewal = Process("changes=[ { at = 1h, mean = 20s }, { at = \"02:30:00\", mean = 1m } ]").ShouldBeOfType<ArrivalSettings.Renewal>();

        renewal.Changes.ShouldBe([new(TimeSpan.FromHours(1), TimeSpan.FromSeconds(20)), new(TimeSpan.FromHours(2.5), TimeSpan.FromMinutes(1))]);
        renewal.LastMean.ShouldBe(60);
        Process("batch=1").ShouldBeOfType<ArrivalSettings.Renewal>().LastMean.ShouldBe(40);
    }

    [Fact]
    public void Saturated_and_all_at_once_need_nothing_more()
    {
        Process("process=saturated").ShouldBeOfType<ArrivalSettings.Saturated>();
        Process("process=all-at-once").ShouldBeOfType<ArrivalSettings.AllAtOnce>();
    }

    [Fact]
    public void A_closed_population_thinks()
    {
        var closed = Process("process=closed", "population=10", "think={ distribution = exponential, mean = 1m }").ShouldBeOfType<ArrivalSettings.Closed>();

        (closed.Population, closed.Think.Mean).ShouldBe((10, 60));
    }

    [Fact]
    public void Hourly_rates_are_read_in_order() =>
        Process("process=hourly", "rates=[20, 60, 0, 40.5]").ShouldBeOfType<ArrivalSettings.Hourly>().RatesPerHour.ShouldBe([20, 60, 0, 40.5]);

    [Fact]
    public void The_door_may_close_and_the_run_be_cut_off_besides_a_number_of_orders()
    {
        var customers = TestShops.Pipeline("cafe.customers={ orders = 200, until = 8h, stop-at = \"09:00:00\" }").Customers;

        (customers.Orders, customers.Until, customers.StopAt).ShouldBe((200, TimeSpan.FromHours(8), TimeSpan.FromHours(9)));
    }

    [Theory]
    [InlineData(200L)]
    [InlineData(200L, "cafe.customers.until=unlimited")]
    [InlineData(200L, "cafe.customers.until=8h", "cafe.customers.until=null")]
    [InlineData(null, "cafe.customers.until=8h")]
    [InlineData(null, "cafe.customers.stop-at=8h")]
    [InlineData(null, "cafe.customers={ arrivals { process = hourly, rates = [20, 60] }, until = 8h }")]
    [InlineData(200L, "cafe.customers.until=8h", "cafe.customers.orders=200")]
    [InlineData(200L, "cafe.customers.orders=200", "cafe.customers.until=8h")]
    public void The_default_number_of_orders_holds_only_where_nothing_else_ends_the_run(long? orders, params string[] sets) =>
        TestShops.Pipeline(sets).Customers.Orders.ShouldBe(orders);

    [Fact]
    public void Without_a_number_of_orders_the_door_ends_the_run()
    {
        var customers = TestShops.Pipeline(Unlimited, "cafe.customers.until=8h").Customers;

        (customers.Orders, customers.Until).ShouldBe((null, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("cafe.customers.patience={ distribution = deterministic, value = 5m }")]
    [InlineData("cafe.customers.patience=5m")]
    public void Patience_is_a_distribution_or_a_time(string set) =>
        TestShops.Pipeline(set).Customers.Patience.ShouldBeOfType<Deterministic>().Mean.ShouldBe(300);

    [Theory]
    [InlineData("cafe.customers.arrivals.process=random", "cafe.customers.arrivals.process: 'random' is no known process; write renewal, saturated, all-at-once, trace, closed or hourly")]
    [InlineData("cafe.customers.arrivals.process=trace", "cafe.customers.arrivals.file: the key is missing; write file = \"orders.csv\"")]
    [InlineData("cafe.customers.arrivals.process=closed", "cafe.customers.arrivals.population: the key is missing; write population = 10")]
    [InlineData("cafe.customers.arrivals={ process = closed, population = 10 }", "cafe.customers.arrivals.think: the key is missing; write think { distribution = exponential, mean = 60s }")]
    [InlineData("cafe.customers.arrivals={ process = closed, population = 0 }", "cafe.customers.arrivals.population: 0 is out of range; write a whole number from 1 to 2147483647")]
    [InlineData("cafe.customers.arrivals={ process = closed, population = 3, think = 60 }", "cafe.customers.arrivals.think: 60 has no unit; write 60s for seconds, or think { distribution = ... }")]
    [InlineData("cafe.customers.arrivals={ process = closed, population = 3, think { distribution = exponential, maen = 60s } }", "cafe.customers.arrivals.think.maen: unknown key; did you mean mean?")]
    [InlineData("cafe.customers.arrivals.process=hourly", "cafe.customers.arrivals.rates: the key is missing; write rates = [20, 60, 90, 40]")]
    [InlineData("cafe.customers.arrivals={ process = hourly, rates = [] }", "cafe.customers.arrivals.rates: the list is empty; write at least one value, as in [20, 60, 90, 40]")]
    [InlineData("cafe.customers.arrivals={ process = hourly, rates = [20, -1] }", "cafe.customers.arrivals.rates: '-1' is negative; write customers per hour, 0 or more")]
    [InlineData("cafe.customers.arrivals={ process = hourly, rates = [0, 0] }", "cafe.customers.arrivals.rates: all rates are 0, so no customer would come; write at least one rate above 0")]
    [InlineData("cafe.customers.arrivals.changes=[ { at = 2h, mean = 20s }, { at = 2h, mean = 30s } ]", "cafe.customers.arrivals.changes[1].at: the time is not after that of the change before it; write the changes in order of time")]
    [InlineData("cafe.customers.arrivals.changes=[ { at = 2h, mean = 0s } ]", "cafe.customers.arrivals.changes[0].mean: customers would come without end at one instant; write a time above 0")]
    [InlineData("cafe.customers.arrivals.changes=[ { at = 2h } ]", "cafe.customers.arrivals.changes[0].mean: the key is missing; write mean = 20s")]
    [InlineData("cafe.customers.arrivals={ distribution = deterministic, value = 0s, changes = [ { at = 2h, mean = 20s } ] }", "cafe.customers.arrivals.changes: all gaps are 0, so they have no mean that could change; write gaps with a mean above 0")]
    [InlineData("cafe.customers.arrivals={ process = saturated, changes = [ { at = 2h, mean = 20s } ] }", "cafe.customers.arrivals.changes: only renewal arrivals have changes; write process = renewal, or rates by the hour: process = hourly")]
    [InlineData("cafe.customers.arrivals.batch=0", "cafe.customers.arrivals.batch: 0 is out of range; write a whole number from 1 to 2147483647")]
    [InlineData("cafe.customers.arrivals.batch=two", "cafe.customers.arrivals.batch: 'two' is not a whole number; write a whole number from 1 to 2147483647")]
    [InlineData("cafe.customers.arrivals.proces=closed", "cafe.customers.arrivals.proces: unknown key; did you mean process?")]
    [InlineData("cafe.customers.arrivals.mean=40", "cafe.customers.arrivals.mean: 40 has no unit; write 40s for seconds")]
    [InlineData("cafe.customers.orders=-5", "cafe.customers.orders: -5 is out of range; write a whole number, 1 or more, or unlimited")]
    [InlineData("cafe.customers.orders=many", "cafe.customers.orders: 'many' is not a whole number; write a whole number, 1 or more, or unlimited")]
    [InlineData("cafe.customers.orders=[200]", "cafe.customers.orders: expected a whole number, not a list; write a whole number, 1 or more, or unlimited")]
    [InlineData("cafe.customers.until=8", "cafe.customers.until: 8 has no unit; write 8s for seconds, or unlimited")]
    [InlineData("cafe.customers.until=none", "cafe.customers.until: 'none' is not a duration; write a number and a unit, such as 45s, 1.5m or 200ms, or unlimited")]
    [InlineData("cafe.customers.stop-at=0s", "cafe.customers.stop-at: 00:00:00 is not after opening at 00:00:00; write a later time of the shop's clock, or none")]
    [InlineData("cafe.customers.stop-at=-1h", "cafe.customers.stop-at: -1h is negative; write a number and a unit, such as 45s, 1.5m or 200ms, or none")]
    [InlineData("cafe.customers.patience=5", "cafe.customers.patience: 5 has no unit; write 5s for seconds, or patience { distribution = ... }")]
    [InlineData("cafe.customers.until=8:00", "cafe.customers.until: ':' on line 1 is not allowed in a value; put the value in double quotes")]
    [InlineData("cafe.customers.until=\"8:00\"", "cafe.customers.until: '8:00' may be hours and minutes, or minutes and seconds; write a time of day such as \"08:30:00\", or a duration such as 8.5h, or unlimited")]
    [InlineData("cafe.customers.arrivals.mean=4000000d", "cafe.customers.arrivals: customers come too rarely for the clock, which counts 29,247 years (orders = 200); write shorter times, higher rates, or a limit: customers.until or customers.stop-at")]
    [InlineData("cafe.customers.arrivals={ process = hourly, rates = [1e-9] }", "cafe.customers.arrivals: customers come too rarely for the clock, which counts 29,247 years (orders = 200); write shorter times, higher rates, or a limit: customers.until or customers.stop-at")]
    [InlineData("cafe.customers.patience={ mean = 5m }", "cafe.customers.patience.distribution: the key is missing; write distribution = deterministic, exponential, uniform, triangular, erlang, gamma, lognormal, weibull, hyperexponential, discrete, sequence or empirical")]
    [InlineData("cafe.customers.ordres=5", "cafe.customers.ordres: unknown key; did you mean orders?")]
    public void Wrong_customers_are_refused(string set, string message) =>
        TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Theory]
    [InlineData("process=renewal", "nothing ends this run: orders, until and stop-at are all without limit; write a limit: customers.orders, customers.until or customers.stop-at")]
    [InlineData("process=saturated", "nothing ends this run: orders, until and stop-at are all without limit; write a limit: customers.orders, customers.until or customers.stop-at")]
    [InlineData("process=all-at-once", "all customers come at once, but nothing says how many; write a whole number of orders")]
    public void A_run_that_nothing_ends_is_refused(string process, string message) =>
        TestShops.Refusal(Unlimited, $"{Arrivals}.{process}").ShouldBe($"--set: cafe.customers.orders: {message}");

    [Fact]
    public void A_closing_door_says_nothing_of_how_many_come_at_once() =>
        TestShops.Refusal(Unlimited, $"{Arrivals}.process=all-at-once", "cafe.customers.until=1h")
            .ShouldBe("--set: cafe.customers.orders: all customers come at once, but nothing says how many; write a whole number of orders");

    [Theory]
    [InlineData(Arrivals + "={ distribution = deterministic, value = 0s }")]
    [InlineData(Arrivals + ".process=saturated", "cafe.step.accept.service={ distribution = deterministic, value = 0s }")]
    [InlineData(Arrivals + "={ process = closed, population = 1, think { distribution = deterministic, value = 0s } }",
        "cafe.step={ accept.service { distribution = deterministic, value = 0s }, grind.service { distribution = deterministic, value = 0s }, brew.service { distribution = deterministic, value = 0s } }")]
    public void A_run_whose_clock_would_stand_still_for_ever_is_refused(params string[] sets) =>
        TestShops.Refusal([Unlimited, "cafe.customers.until=1h", .. sets])
            .ShouldBe("--set: cafe.customers.orders: without limit, as many customers as one likes come at one instant, and shop time never passes; write a whole number of orders");

    [Fact]
    public void All_may_come_at_one_instant_if_there_is_a_number_of_them() =>
        Process("distribution=deterministic", "value=0s").ShouldBeOfType<ArrivalSettings.Renewal>().Gap.Mean.ShouldBe(0);

    private static ArrivalSettings Process(params string[] sets) => TestShops.Pipeline([.. sets.Select(set => $"{Arrivals}.{set}")]).Customers.Arrivals;
}
