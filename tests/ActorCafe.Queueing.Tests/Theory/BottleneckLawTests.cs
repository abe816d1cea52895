using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class BottleneckLawTests
{
    private static readonly Station[] Pipeline = [new(1, 20, 1), new(1, 60, 1), new(1, 45, 1)];

    [Theory]
    [InlineData(1, 1, 60)] // grinder: 3600 / 60
    [InlineData(2, 1, 80)] // machine: 3600 / 45
    [InlineData(2, 2, 120)] // grinders: 2 x 60
    public void The_essay_s_pipelines_do_what_their_slowest_stage_does(int grinders, int machines, double perHour) =>
        (3600 * BottleneckLaw.Capacity(new(1, 20, 1), new(1, 60, grinders), new(1, 45, machines))).ShouldBe(perHour, 1e-9);

    [Fact]
    public void Few_customers_go_round_without_waiting_and_many_keep_the_grinder_busy()
    {
        // 1 / (100 + 125) and 1 / 60
        BottleneckLaw.MostThroughput(1, 100, Pipeline).ShouldBe(1 / 225.0, 1e-12);
        BottleneckLaw.MostThroughput(100, 100, Pipeline).ShouldBe(1 / 60.0, 1e-12);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BottleneckLaw.Capacity());
        Should.Throw<ArgumentOutOfRangeException>(() => BottleneckLaw.Capacity(new Station(1, -1, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => BottleneckLaw.MostThroughput(0, 100, Pipeline));
    }
}
