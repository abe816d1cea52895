using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class FailingServersTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_server_is_that_of_White_and_Christie(bool givesBack)
    {
        var servers = new FailingServers(1, 60, 30, 200, 50, givesBack);

        servers.MeanWait.ShouldBe(FailingServer.MeanWait(60, 30, 900, 200, 50, 2500), 1e-9);
        servers.MeanResponse.ShouldBe(servers.MeanWait + FailingServer.MeanCompletion(30, 200, 50), 1e-9);
        servers.Number!.Mean.ShouldBe(servers.MeanResponse / 60, 1e-5);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void Several_servers_are_those_of_the_Markov_chain(int servers, bool givesBack)
    {
        // The chain knows what each server has. Load 0.6 of the time that they are up.
        const double Service = 30;
        const double Up = 100;
        const double Repair = 40;
        const int Most = 60;
        var gap = Service * 1.4 / servers / 0.6;
        IEnumerable<(Crew To, double Rate)> Moves(Crew at)
        {
            if (at.Waiting < Most)
            {
                yield return ((at with { Waiting = at.Waiting + 1 }).Taking(), 1 / gap);
            }

            for (var server = 0; server < at.Servers.Length; server++)
            {
                var state = at.Servers[server];
                Crew With(char next) => at with { Servers = at.Servers.Remove(server, 1).Insert(server, $"{next}") };
                switch (state)
                {
                    case Crew.Busy:
                        yield return (With(Crew.Idle).Taking(), 1 / Service);
                        yield return (givesBack ? (With(Crew.Down) with { GivenBack = at.GivenBack + 1 }).Taking() : With(Crew.Holding), 1 / Up);
                        break;
                    case Crew.Idle:
                        yield return (With(Crew.Down), 1 / Up);
                        break;
                    case Crew.Holding:
                        yield return (With(Crew.Busy), 1 / Repair);
                        break;
                    default:
                        yield return (With(Crew.Idle).Taking(), 1 / Repair);
                        break;
                }
            }
        }

        var chain = MarkovChain.Means(new Crew(0, 0, new string(Crew.Idle, servers)), Moves, at => at.Waiting, at => at.Inside, at => at.Inside > 4 ? 1 : 0);

        var theory = new FailingServers(servers, gap, Service, Up, Repair, givesBack);
        (theory.MeanWait / gap).ShouldBe(chain[0], 1e-6);
        (theory.MeanResponse / gap).ShouldBe(chain[1], 1e-6);
        theory.Number!.MoreThan(4).ShouldBe(chain[2], 1e-6);
    }

    [Fact]
    public void Servers_that_hardly_ever_fail_are_Erlangs() =>
        new FailingServers(3, 30, 60, 1e9, 60, givesBack: false).MeanWait.ShouldBe(80.0 / 3, 1e-4);

    [Fact]
    public void A_queue_that_hardly_ever_ends_keeps_six_digits()
    {
        // 99.99 % of what a server can do that is up for 4/5 of the time
        const double Service = 0.9999 * 4 / 5;
        var wait = FailingServer.MeanWait(1, Service, Service * Service, 200, 50, 2500);
        new FailingServers(1, 1, Service, 200, 50, givesBack: true).MeanWait.ShouldBe(wait, 1e-6 * wait);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FailingServers(0, 30, 10, 100, 10, true));
        Should.Throw<ArgumentOutOfRangeException>(() => new FailingServers(11, 30, 10, 100, 10, true));
        Should.Throw<ArgumentOutOfRangeException>(() => new FailingServers(2, 30, 40, 100, 60, true));
        Should.Throw<ArgumentOutOfRangeException>(() => new FailingServers(2, 30, 10, 100, 0, true));
    }

    /// <param name="Waiting">Customers whose service has not begun.</param>
    /// <param name="GivenBack">Customers at the head of the queue whose service has begun.</param>
    /// <param name="Servers">What each server does.</param>
    private sealed record Crew(int Waiting, int GivenBack, string Servers)
    {
        public const char Idle = 'i';
        public const char Busy = 'b';
        public const char Down = 'd';
        public const char Holding = 'h';

        public int Inside => Waiting + GivenBack + Servers.Count(server => server is Busy or Holding);

        /// <summary>An idle server takes a customer from the head of the queue.</summary>
        public Crew Taking()
        {
            var idle = Servers.IndexOf(Idle);
            if (idle < 0 || Waiting + GivenBack == 0)
            {
                return this;
            }

            var servers = Servers.Remove(idle, 1).Insert(idle, $"{Busy}");
            return GivenBack > 0 ? this with { GivenBack = GivenBack - 1, Servers = servers } : this with { Waiting = Waiting - 1, Servers = servers };
        }
    }
}
