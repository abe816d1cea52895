using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class WarmUpTests
{
    private const string WarmUpKey = "--set: cafe.statistics.warm-up: ";

    [Theory]
    [InlineData("30m", 30)]
    [InlineData("1h30m", 90)]
    [InlineData("\"2 hours\"", 120)]
    public void A_number_with_a_unit_is_a_length(string written, double minutes) =>
        TestShops.Pipeline($"cafe.statistics.warm-up={written}").Statistics.WarmUp.ShouldBe(new WarmUp.Length(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_length_of_nothing_is_none() => TestShops.Pipeline("cafe.statistics.warm-up=0s").Statistics.WarmUp.ShouldBe(WarmUp.None);

    [Theory]
    [InlineData("10 parsecs", "'parsecs' is not a unit of time; write ms, s, m, h or d, a number of orders, or auto")]
    [InlineData("-5m", "-5m is negative; write a number and a unit, such as 45s, 1.5m or 200ms, a number of orders, or auto")]
    [InlineData("long", "'long' is not a whole number; write a whole number, 0 or more, a time such as 30m, or auto")]
    [InlineData("1.5", "'1.5' is not a whole number; write a whole number, 0 or more, a time such as 30m, or auto")]
    [InlineData("\"\"", "'' is not a whole number; write a whole number, 0 or more, a time such as 30m, or auto")]
    public void What_is_neither_is_refused(string written, string message) =>
        TestShops.Refusal($"cafe.statistics.warm-up={written}").ShouldBe(WarmUpKey + message);

    [Theory]
    [InlineData("cafe.customers.stop-at=8h", "the run is cut off at 08:00:00")]
    [InlineData("cafe.customers.until=8h", "the door closes at 08:00:00")]
    [InlineData("cafe.customers.until=7h", "the door closes at 07:00:00")]
    [InlineData("cafe.customers.arrivals.process=all-at-once", "all customers come at opening")]
    public void A_length_after_which_nothing_can_count_is_refused(string set, string reason) =>
        TestShops.Refusal(set, "cafe.statistics.warm-up=8h").ShouldBe($"{WarmUpKey}a warm-up of 08:00:00 leaves nothing to count: {reason}; write a shorter time, or auto");

    [Fact]
    public void A_length_counts_from_opening() =>
        TestShops.Pipeline("cafe.customers.opens-at=7h", "cafe.customers.stop-at=9h", "cafe.statistics.warm-up=119m").Statistics.WarmUp.ShouldBeOfType<WarmUp.Length>();

    [Fact]
    public void A_length_that_a_trace_outlasts_is_right_and_a_longer_one_is_refused()
    {
        using var folder = new ShopFolder();
        folder.Write("shop.conf", "cafe.customers { arrivals { process = trace, file = \"day.csv\" }, orders = 2 }").Write("day.csv", "08:00:00,Ada,coffee\n08:20:00,Bo,coffee\n09:00:00,Cy,coffee\n");

        // The third customer no longer orders.
        folder.Load("shop.conf", TestShops.Set("cafe.statistics.warm-up=20m")).Settings.Statistics.WarmUp.ShouldBeOfType<WarmUp.Length>();
        Should.Throw<InputException>(() => folder.Load("shop.conf", TestShops.Set("cafe.statistics.warm-up=21m"))).Message
            .ShouldBe($"{WarmUpKey}a warm-up of 00:21:00 leaves nothing to count: the last customer of the trace comes before its end; write a shorter time, or auto");
    }
}
