using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class JacksonNetworkTests
{
    [Fact]
    public void The_cafe_s_three_stages_wait_40_26_7_and_45_8_s_and_add_up_to_282_5_s()
    {
        var cafe = JacksonNetwork.Means(30, new(1, 20, 1), new(1, 60, 3), new(1, 90, 4));

        // accept 20 + 40, grind 60 + 80/3, brew with 3 erlangs at 4 machines: C = 27/53, 90 x 27/53
        cafe.Stations.Select(stage => stage.Wait).ToArray().ShouldBe([40, 26.6667, 45.8491], 1e-4);
        cafe.Response.ShouldBe(20 + 40 + 60 + (80.0 / 3) + 90 + (90 * 27.0 / 53), 1e-9);
        cafe.Response.ShouldBe(282.5157, 1e-4);
        cafe.Throughput.ShouldBe(1 / 30.0);
        cafe.Stations.Select(stage => stage.Utilisation).ToArray().ShouldBe([2.0 / 3, 2.0 / 3, 3.0 / 4], 1e-12);
        cafe.Stations[1].QueueLength.ShouldBe(8.0 / 9, 1e-12);
    }

    [Fact]
    public void Doing_every_fifth_again_is_working_a_quarter_more()
    {
        // 40 / (1 - 1/5) = 50 s of work a customer, 100 s between them: 100 s; each visit waits 40 x 1/2 / (1/2)
        var shop = JacksonNetwork.Means(100, new Station(Visits: 1 / 0.8, Service: 40, Servers: 1));
        shop.Response.ShouldBe(100, 1e-10);
        shop.Stations[0].Wait.ShouldBe(40, 1e-10);
    }

    [Fact]
    public void Two_drinks_meet_at_the_machine_and_one_of_them_skips_the_grinder()
    {
        // every 30 s a customer; half of them want tea, which is not ground, and a fifth of the brews is made again:
        // grinder: every 60 s, 30 s: waits 30. Machine: 1.25 visits, every 24 s, 18 s: load 3/4, waits 54.
        var shop = JacksonNetwork.Means(30, new(0.5, 30, 1), new(1.25, 18, 1));
        shop.Stations.Select(stage => stage.Wait).ToArray().ShouldBe([30, 54], 1e-9);
        shop.Response.ShouldBe((0.5 * 60) + (1.25 * 72), 1e-9);
    }

    [Fact]
    public void One_station_without_a_steady_state_is_no_network_with_one() =>
        Should.Throw<ArgumentOutOfRangeException>(() => JacksonNetwork.Means(40, new(1, 20, 1), new(1, 60, 1)));

    [Theory]
    [InlineData(0, 20, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 20, 0)]
    public void A_station_out_of_range_is_refused(double visits, double service, int servers) =>
        Should.Throw<ArgumentOutOfRangeException>(() => JacksonNetwork.Means(30, new Station(visits, service, servers)));
}
