using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class PreemptivePrioritiesTests
{
    [Fact]
    public void The_high_rank_does_not_see_the_low_one()
    {
        // Load 1/4 each: alone, the high rank waits 1/4 x 30 / (3/4) = 10. Low: (7.5 + 7.5) / (3/4 x 1/2) = 40 to the start, and 30 / (3/4) to the end.
        var ranks = PreemptivePriorities.Means((120, 30, 900), (120, 30, 900));

        ranks.Select(rank => rank.Wait).ToArray().ShouldBe([10, 40], 1e-10);
        ranks.Select(rank => rank.Response).ToArray().ShouldBe([40, 80], 1e-10);
        // Who goes first does not matter for the number inside: an M/M/1 of load 1/2.
        ranks.Average(rank => rank.Response).ShouldBe(ErlangC.MeanResponse(1, 60, 30), 1e-10);
        PreemptivePriorities.Means(1, [120, 120], 30).Select(rank => rank.Wait).ToArray().ShouldBe([10, 40], 1e-10);
        PreemptivePriorities.Means(1, [120, 120], 30).Select(rank => rank.Response).ToArray().ShouldBe([40, 80], 1e-10);
    }

    [Fact]
    public void A_rank_alone_waits_as_if_there_were_none()
    {
        PreemptivePriorities.Means(3, [30], 60)[0].Wait.ShouldBe(80.0 / 3, 1e-10);
        PreemptivePriorities.Means(3, [30], 60)[0].Response.ShouldBe(60 + (80.0 / 3), 1e-10);
        PreemptivePriorities.Means((60, 30, 0))[0].ShouldBe(new RankMeans(15, 45));
    }

    [Theory]
    [InlineData(1, 100, 150)]
    [InlineData(2, 60, 50)]
    [InlineData(3, 30, 60)]
    public void Two_ranks_at_several_servers_are_those_of_the_Markov_chain(int servers, double high, double low)
    {
        const double Service = 30;
        const int Most = 35;
        (int High, int Low, int Begun) To(int ranked, int others, int begun) =>
            (ranked, others, Math.Max(begun, Math.Min(others, Math.Max(0, servers - ranked))));
        IEnumerable<((int High, int Low, int Begun) To, double Rate)> Moves((int High, int Low, int Begun) at)
        {
            var busy = Math.Min(at.High, servers);
            if (at.High < Most)
            {
                yield return (To(at.High + 1, at.Low, at.Begun), 1 / high);
            }

            if (at.Low < Most)
            {
                yield return (To(at.High, at.Low + 1, at.Begun), 1 / low);
            }

            yield return (To(at.High - 1, at.Low, at.Begun), busy / Service);
            yield return (To(at.High, at.Low - 1, at.Begun - 1), Math.Min(at.Low, servers - busy) / Service);
        }

        var chain = MarkovChain.Means((High: 0, Low: 0, Begun: 0), Moves, at => at.High, at => Math.Max(0, at.High - servers), at => at.Low, at => at.Low - at.Begun);

        var ranks = PreemptivePriorities.Means(servers, [high, low], Service);
        (ranks[0].Response / high).ShouldBe(chain[0], 1e-6);
        (ranks[0].Wait / high).ShouldBe(chain[1], 1e-6);
        (ranks[1].Response / low).ShouldBe(chain[2], 1e-6);
        (ranks[1].Wait / low).ShouldBe(chain[3], 1e-6);
    }

    [Fact]
    public void Ranks_with_times_of_their_own_are_those_of_the_Markov_chain()
    {
        // High: two exponential phases of 10 s each, every 60 s. Low: exponential with 40 s, every 160 s.
        const int Most = 45;
        IEnumerable<((int High, int Phase, int Low, bool HasBegun) To, double Rate)> Moves((int High, int Phase, int Low, bool HasBegun) at)
        {
            if (at.High < Most)
            {
                yield return ((at.High + 1, at.Phase, at.Low, at.HasBegun), 1.0 / 60);
            }

            if (at.Low < Most)
            {
                yield return ((at.High, at.Phase, at.Low + 1, at.HasBegun || at.High == 0), 1.0 / 160);
            }

            if (at.High > 0)
            {
                yield return (at.Phase == 0 ? (at.High, 1, at.Low, at.HasBegun) : (at.High - 1, 0, at.Low, at.HasBegun || (at.High == 1 && at.Low > 0)), 1.0 / 10);
            }
            else if (at.Low > 0)
            {
                yield return ((0, 0, at.Low - 1, at.Low > 1), 1.0 / 40);
            }
        }

        var chain = MarkovChain.Means((High: 0, Phase: 0, Low: 0, HasBegun: false), Moves, at => at.High, at => Math.Max(0, at.High - 1), at => at.Low, at => at.Low - (at.HasBegun ? 1 : 0));

        var ranks = PreemptivePriorities.Means((60, 20, 200), (160, 40, 1600));
        (ranks[0].Response / 60).ShouldBe(chain[0], 1e-6);
        (ranks[0].Wait / 60).ShouldBe(chain[1], 1e-6);
        (ranks[1].Response / 160).ShouldBe(chain[2], 1e-6);
        (ranks[1].Wait / 160).ShouldBe(chain[3], 1e-6);
    }

    [Fact]
    public void A_rank_that_takes_no_time_waits_for_those_above_it_only() =>
        PreemptivePriorities.Means((60, 0, 0), (60, 30, 0)).ShouldBe([new(0, 0), new(15, 45)]);

    [Fact]
    public void No_steady_state_is_no_number()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PreemptivePriorities.Means(1, [60, 60], 30));
        Should.Throw<ArgumentOutOfRangeException>(() => PreemptivePriorities.Means((60, 30, 0), (60, 30, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => PreemptivePriorities.Means((60, 30, -1)));
        Should.Throw<ArgumentOutOfRangeException>(() => PreemptivePriorities.Means(0, [60], 30));
    }
}
