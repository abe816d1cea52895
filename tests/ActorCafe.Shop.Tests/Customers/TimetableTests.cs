using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Customers;

public class TimetableTests
{
    [Theory]
    [InlineData(1e-3, 1e-3, 1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-6, 1e-6)]
    public void Rates_of_almost_zero_space_customers_as_their_exponential_draws_say(params double[] rates)
    {
        var expected = 0.0;
        var streams = new RandomStreams(7, StreamNames.Arrival);
        for (var order = 1; order <= 5; order++)
        {
            var stream = streams.For(order);
            expected += stream.NextExponential() / rates[0] * 3600;
        }

        var fifth = Timetable.Of(new ArrivalSettings.Hourly([.. rates]), 7, TimeSpan.Zero).ElementAt(4);

        fifth.At.TotalSeconds.ShouldBe(expected, expected * 1e-9);
    }

    [Fact]
    public void A_rate_so_low_that_nobody_comes_within_the_clock_is_known_at_once() =>
        Timetable.Of(new ArrivalSettings.Hourly([0, 1e-300]), 7, TimeSpan.Zero).First().At.ShouldBe(TimeSpan.MaxValue);
}
