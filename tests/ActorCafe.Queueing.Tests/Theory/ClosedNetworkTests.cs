using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class ClosedNetworkTests
{
    [Fact]
    public void Two_customers_and_one_server_meet_in_two_of_five_moments_when_they_think_as_long_as_it_serves()
    {
        // sizes 0, 1, 2 as 1 : 2 : 2 - inside 6/5, thinking 4/5: response 6/4 of the think time. By mean values: 60 x (1 + 1/2)
        var shop = ClosedNetwork.Means(2, think: 60, new Station(1, 60, 1));
        shop.Response.ShouldBe(90, 1e-9);
        shop.Throughput.ShouldBe(4.0 / 5 / 60, 1e-12);
        shop.Stations[0].Utilisation.ShouldBe(4.0 / 5, 1e-12);
        shop.Stations[0].Wait.ShouldBe(30, 1e-9);
        shop.Stations[0].QueueLength.ShouldBe(2.0 / 5, 1e-12);
    }

    [Fact]
    public void Customers_who_do_not_think_are_always_inside() =>
        // two equal stages and two customers: each finds half a customer there, 1.5 x 60 s twice
        ClosedNetwork.Means(2, think: 0, new(1, 60, 1), new(1, 60, 1)).Response.ShouldBe(180, 1e-9);

    [Fact]
    public void Three_customers_and_two_servers_are_a_machine_repair_shop() =>
        // think = service = 1: sizes 0 ... 3 as 1 : 3 : 3 : 3/2 (births 3, 2, 1; deaths 1, 2, 2): waiting 3/17, thinking
        // (3 + 6 + 3) / 8.5 = 24/17 = throughput: 3 / (24/17) - 1 = 9/8
        ClosedNetwork.Means(3, think: 1, new Station(1, 1, 2)).Response.ShouldBe(9.0 / 8, 1e-12);

    [Theory]
    [InlineData(6, 100)]
    [InlineData(200, 100)]
    [InlineData(200, 50_000)]
    public void With_one_server_each_it_is_the_recursion_of_mean_values(int population, double think)
    {
        Station[] stations = [new(1, 20, 1), new(1.25, 60, 1), new(0.5, 45, 1)];

        // Who comes to a stage finds what a shop with one customer fewer would hold on average.
        var inside = new double[stations.Length];
        var response = 0.0;
        for (var customers = 1; customers <= population; customers++)
        {
            var times = stations.Zip(inside, (station, found) => station.Demand * (1 + found)).ToArray();
            response = times.Sum();
            inside = [.. times.Select(time => customers * time / (think + response))];
        }

        ClosedNetwork.Means(population, think, stations).Response.ShouldBe(response, 1e-9 * response);
    }

    [Fact]
    public void A_hundred_servers_that_are_nearly_always_busy_keep_their_digits()
    {
        // 1,000 customers at 100 servers of 60 s who think 60 s: the servers never rest, 100 / 60 a second, 1000 x 0.6 - 60 s.
        var shop = ClosedNetwork.Means(1000, think: 60, new Station(1, 60, 100));
        shop.Throughput.ShouldBe(100 / 60.0, 1e-12);
        shop.Response.ShouldBe(540, 1e-8);
    }

    [Fact]
    public void A_server_for_everybody_makes_nobody_wait()
    {
        var shop = ClosedNetwork.Means(500, think: 10, new(1, 20, 10_000), new(1, 60, 500));
        shop.Response.ShouldBe(80, 1e-9);
        shop.Stations[1].Wait.ShouldBe(0);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ClosedNetwork.Means(0, 60, new Station(1, 60, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => ClosedNetwork.Means(ClosedNetwork.LargestPopulation + 1, 60, new Station(1, 60, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => ClosedNetwork.Means(1, -1, new Station(1, 60, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => ClosedNetwork.Means(1, 60));
    }
}
