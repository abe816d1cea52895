using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class NumberInSystemTests
{
    [Fact]
    public void One_server_has_more_than_n_with_the_power_of_its_load()
    {
        var number = NumberInSystem.OfServers(1, 60, 45)!;

        number.Probabilities.Take(3).ToArray().ShouldBe([0.25, 0.1875, 0.140625], 1e-9);
        number.MoreThan(9).ShouldBe(Math.Pow(0.75, 10), 1e-9);
        number.Mean.ShouldBe(3, 1e-6);
        // 0.75^(n + 1) <= 0.05 from n = 10 on
        number.Quantile(0.95).ShouldBe(10);
        number.Quantile(0.2).ShouldBe(0);
    }

    [Theory]
    [InlineData(3, 30, 60)]
    [InlineData(50, 2, 90)]
    [InlineData(2000, 0.1, 190)]
    public void Several_servers_have_the_mean_and_the_waiting_probability_of_Erlang(int servers, double gap, double service)
    {
        var number = NumberInSystem.OfServers(servers, gap, service)!;

        number.MoreThan(servers - 1).ShouldBe(ErlangC.WaitingProbability(servers, service / gap), 1e-8);
        number.Mean.ShouldBe(ErlangC.MeanResponse(servers, gap, service) / gap, 1e-5);
    }

    [Fact]
    public void Two_stations_in_a_row_add_up() =>
        // 1/2 each: (n + 1) / 2^(n + 2)
        NumberInSystem.OfServers(1, 60, 30)!.Plus(NumberInSystem.OfServers(1, 60, 30)!)!
            .Probabilities.Take(4).ToArray().ShouldBe([0.25, 0.25, 0.1875, 0.125], 1e-9);

    [Fact]
    public void A_sum_of_many_stations_is_listed_too()
    {
        var station = NumberInSystem.OfServers(1, 60, 30)!;

        var sum = Enumerable.Repeat(station, 9).Aggregate(station, (total, next) => total.Plus(next)!);

        // Ten geometric numbers of mean 1: P(0) = 2^-10.
        sum.Probabilities[0].ShouldBe(1 / 1024.0, 1e-12);
        sum.Mean.ShouldBe(10, 1e-7);
    }

    [Fact]
    public void Limited_room_and_patience_have_no_more_than_there_is_room_or_patience_for()
    {
        // 1 : 2 : 4 : 8
        NumberInSystem.OfServers(1, 30, 60, places: 3)!.Probabilities.ToArray().ShouldBe([1 / 15.0, 2 / 15.0, 4 / 15.0, 8 / 15.0], 1e-12);
        // As patient as the server is quick: Poisson with mean 1.
        NumberInSystem.OfServers(1, 60, 60, patience: 60)!.Probabilities.Take(3).ToArray().ShouldBe([Math.Exp(-1), Math.Exp(-1), Math.Exp(-1) / 2], 1e-9);
    }

    [Fact]
    public void A_server_for_everybody_makes_it_Poisson()
    {
        var number = NumberInSystem.WithoutWaiting(2)!;

        number.Probabilities.Take(3).ToArray().ShouldBe([Math.Exp(-2), 2 * Math.Exp(-2), 2 * Math.Exp(-2)], 1e-9);
        NumberInSystem.WithoutWaiting(1000)!.Mean.ShouldBe(1000, 1e-4);
    }

    [Fact]
    public void What_is_too_long_to_list_is_not_listed()
    {
        NumberInSystem.OfServers(1, 1, 0.99999).ShouldBeNull();
        NumberInSystem.OfServers(100_000, 1, 50_000).ShouldBeNull();
    }

    [Fact]
    public void No_steady_state_is_no_distribution()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => NumberInSystem.OfServers(2, 30, 60));
        Should.Throw<ArgumentOutOfRangeException>(() => NumberInSystem.OfServers(2, 30, 20, places: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => NumberInSystem.WithoutWaiting(0));
    }
}
