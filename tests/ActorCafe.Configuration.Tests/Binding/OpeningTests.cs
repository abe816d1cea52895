using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class OpeningTests : IDisposable
{
    private const string Trace = "cafe.customers.arrivals { process = trace, file = \"orders.csv\" }\n";

    private readonly ShopFolder _folder = new();

    [Theory]
    [InlineData("auto", 0)]
    [InlineData("0", 0)]
    [InlineData("8h", 8)]
    [InlineData("8.5h", 8.5)]
    [InlineData("\"08:30:00\"", 8.5)]
    [InlineData("30h", 30)]
    [InlineData("null", 0)]
    public void A_shop_opens_at_a_time_of_the_clock(string text, double hours) =>
        TestShops.Pipeline($"cafe.customers.opens-at={text}").Customers.OpensAt.ShouldBe(TimeSpan.FromHours(hours));

    [Theory]
    [InlineData("08:05:00", "09:00:00", 8 * 3600 + 300)]
    [InlineData("00:01:30", "09:00:00", 90)]
    [InlineData("90", "120", 0)]
    [InlineData("90", "09:00:00", 0)]
    [InlineData("00:01:30", "120", 0)]
    public void A_trace_of_times_of_day_opens_the_shop_with_its_first_customer(string first, string second, double seconds) =>
        Load(first, second).Customers.OpensAt.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("8h", 8 * 3600)]
    [InlineData("\"08:05:00\"", 8 * 3600 + 300)]
    public void A_trace_may_begin_at_opening_or_later(string opening, double seconds) =>
        Load("08:05:00", "09:00:00", $"cafe.customers.opens-at = {opening}").Customers.OpensAt.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("opens-at = 9h", "opens-at: the first customer of the trace comes at 08:05:00.25, before opening at 09:00:00; write an earlier time, or auto")]
    [InlineData("until = 8h", "until: 08:00:00 is not after opening at 08:05:00.25; write a later time of the shop's clock, or unlimited")]
    [InlineData("stop-at = \"08:05:00.25\"", "stop-at: 08:05:00.25 is not after opening at 08:05:00.25; write a later time of the shop's clock, or none")]
    public void A_trace_before_opening_and_an_end_that_is_not_after_it_are_refused(string key, string message) =>
        Should.Throw<InputException>(() => Load("08:05:00.25", "09:00:00", $"cafe.customers.{key}")).Message
            .ShouldBe($"{_folder.PathOf("shop.conf")}: cafe.customers.{message}");

    [Theory]
    [InlineData("cafe.customers.opens-at=8", "8 has no unit; write 8s for seconds, 0 or auto")]
    [InlineData("cafe.customers.opens-at=-1h", "-1h is negative; write a number and a unit, such as 45s, 1.5m or 200ms, 0 or auto")]
    [InlineData("cafe.customers.opens-at=early", "'early' is not a duration; write a number and a unit, such as 45s, 1.5m or 200ms, 0 or auto")]
    public void What_is_no_time_of_the_clock_is_refused(string set, string problem) =>
        TestShops.Refusal(set).ShouldBe($"--set: cafe.customers.opens-at: {problem}");

    [Theory]
    [InlineData("5h", 1, 3)]
    [InlineData("7h", 3, 1)]
    [InlineData("8h", 3, 1)]
    [InlineData("13h", 2, 0)]
    public void Pools_are_as_large_as_the_schedule_says_at_opening(string opening, int workers, int changesToCome)
    {
        const string Schedule = "cafe.stage.grinder.schedule=[{at=6h,workers=5},{at=7h,workers=3},{at=12h,workers=2}]";
        PoolChange[] changes = [new(TimeSpan.FromHours(6), 5), new(TimeSpan.FromHours(7), 3), new(TimeSpan.FromHours(12), 2)];

        var grinder = TestShops.Pipeline(Schedule, $"cafe.customers.opens-at={opening}").Stages[1];

        grinder.Workers.ShouldBe(workers);
        grinder.Schedule.Changes.ShouldBe(changes.TakeLast(changesToCome));
    }

    public void Dispose() => _folder.Dispose();

    private ShopSettings Load(string first, string second, string settings = "") => _folder
        .Write("orders.csv", $"time,customer,drink\n{first},anna,coffee\n{second},ben,coffee\n")
        .Write("shop.conf", Trace + settings)
        .Load().Settings;
}
