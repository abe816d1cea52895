using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class ErlangBTests
{
    [Fact]
    public void Two_erlangs_at_three_servers_without_a_queue_lose_four_customers_of_nineteen() =>
        // (8/6) / (1 + 2 + 4/2 + 8/6) = (4/3) / (19/3)
        ErlangB.BlockingProbability(3, 2).ShouldBe(4.0 / 19, 1e-12);

    [Fact]
    public void Without_servers_everybody_is_lost() => ErlangB.BlockingProbability(0, 2).ShouldBe(1);

    [Fact]
    public void Ten_thousand_servers_at_ten_thousand_erlangs_lose_by_the_square_root_law() =>
        // B is about √(2 / (π a)) (1 + O(1 / √a)): Jagerman, "Some properties of the Erlang loss function" (1974).
        ErlangB.BlockingProbability(10_000, 10_000).ShouldBe(Math.Sqrt(2 / (Math.PI * 10_000)), 1e-4);

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 0)]
    [InlineData(3, double.NaN)]
    [InlineData(3, double.PositiveInfinity)]
    public void What_is_out_of_range_is_refused(int servers, double load) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangB.BlockingProbability(servers, load));
}
