using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class FailingServerTests
{
    [Theory]
    [InlineData(60, 30, 600, 60)]
    [InlineData(60, 30, 100, 50)]
    [InlineData(100, 1, 5, 200)]
    public void Exponential_times_are_those_of_White_and_Christie(double gap, double service, double up, double repair)
    {
        // L = lambda ((xi + eta)^2 + xi mu) / ((xi + eta) (eta mu - lambda (xi + eta)))
        var (lambda, mu, xi, eta) = (1 / gap, 1 / service, 1 / up, 1 / repair);
        var inside = lambda * (((xi + eta) * (xi + eta)) + (xi * mu)) / ((xi + eta) * ((eta * mu) - (lambda * (xi + eta))));

        var response = FailingServer.MeanWait(gap, service, service * service, up, repair, repair * repair) + FailingServer.MeanCompletion(service, up, repair);

        (response / gap).ShouldBe(inside, 1e-10 * inside);
    }

    [Fact]
    public void A_server_that_never_fails_keeps_to_Pollaczek_and_Khinchine() =>
        FailingServer.MeanWait(60, 30, 100, up: 1e15, repair: 60, repairVariance: 50).ShouldBe(PollaczekKhinchine.MeanWait(60, 30, 100), 1e-9);

    [Fact]
    public void Whoever_comes_to_a_server_under_repair_waits_for_the_rest_of_it() =>
        // One customer in an age: down for 50 of 150 s, and then for 25 s more on average, a repair taking 50 s exactly.
        FailingServer.MeanWait(1e12, 1, 0, up: 100, repair: 50, repairVariance: 0).ShouldBe(25.0 / 3, 1e-6);

    [Fact]
    public void Services_and_repairs_of_any_distribution_are_those_of_the_Markov_chain()
    {
        // Service: two exponential phases of 10 s each. Up for 100 s. Repair: three exponential phases of 5 s each.
        const int Most = 80;
        IEnumerable<((int Inside, int Phase, bool HasBegun, int Repair) To, double Rate)> Moves((int Inside, int Phase, bool HasBegun, int Repair) at)
        {
            if (at.Inside < Most)
            {
                yield return ((at.Inside + 1, at.Phase, at.HasBegun || at.Repair == 0, at.Repair), 1.0 / 40);
            }

            if (at.Repair > 0)
            {
                yield return ((at.Inside, at.Phase, at.HasBegun || (at.Repair == 1 && at.Inside > 0), at.Repair - 1), 1.0 / 5);
                yield break;
            }

            yield return ((at.Inside, at.Phase, at.HasBegun, 3), 1.0 / 100);
            if (at.Inside > 0)
            {
                yield return (at.Phase == 0 ? (at.Inside, 1, true, 0) : (at.Inside - 1, 0, at.Inside > 1, 0), 1.0 / 10);
            }
        }

        var chain = MarkovChain.Means((Inside: 0, Phase: 0, HasBegun: false, Repair: 0), Moves, at => at.Inside, at => at.Inside - (at.HasBegun ? 1 : 0), at => at.Repair > 0 ? 1 : 0);

        var wait = FailingServer.MeanWait(40, 20, 200, 100, 15, 75);
        (wait / 40).ShouldBe(chain[1], 1e-6);
        ((wait + FailingServer.MeanCompletion(20, 100, 15)) / 40).ShouldBe(chain[0], 1e-6);
        chain[2].ShouldBe(15.0 / 115, 1e-9);
    }

    [Fact]
    public void A_server_that_is_down_too_much_has_no_steady_state()
    {
        // 30 s of work every 60 s: up for half the time is too little.
        Should.Throw<ArgumentOutOfRangeException>(() => FailingServer.MeanWait(60, 30, 0, 100, 100, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => FailingServer.MeanWait(60, 30, 0, 0, 100, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => FailingServer.MeanWait(60, 30, 0, 100, -1, 0));
    }
}
