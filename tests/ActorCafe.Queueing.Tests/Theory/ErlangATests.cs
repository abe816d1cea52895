using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class ErlangATests
{
    [Fact]
    public void One_server_whose_customers_are_as_patient_as_it_is_quick_has_poisson_sizes()
    {
        // service = patience: deaths n / service, so sizes are Poisson with mean 1 at gap = service.
        // Waiting on average: sum of (n - 1) p(n) = 1 - (1 - 1/e) = 1/e, each going once in a patience: 1/e of all
        ErlangA.AbandonProbability(1, gap: 60, service: 60, patience: 60).ShouldBe(Math.Exp(-1), 1e-12);
        ErlangA.MeanQueueLength(1, gap: 60, service: 60, patience: 60).ShouldBe(Math.Exp(-1), 1e-12);

        // Finding n, one is served with chance 1 / (n + 1) after 1 / 2 + ... + 1 / (n + 1) services of waiting:
        // sum over n of e^-1 / n! x (H(n + 1) - 1) / (n + 1) = sum over m of e^-1 / m! x (H(m) - 1) from m = 1, of 1 - 1/e
        var (sum, factorial, harmonic) = (0.0, 1.0, 0.0);
        for (var m = 1; m < 30; m++)
        {
            factorial *= m;
            harmonic += 1.0 / m;
            sum += (harmonic - 1) / factorial;
        }
        ErlangA.MeanWaitOfServed(1, gap: 60, service: 60, patience: 60).ShouldBe(60 * sum * Math.Exp(-1) / (1 - Math.Exp(-1)), 1e-10);
    }

    [Fact]
    public void Endless_patience_is_erlang_s_delay_system()
    {
        ErlangA.AbandonProbability(3, gap: 30, service: 60, patience: 1e9).ShouldBe(0, 1e-6);
        ErlangA.MeanWaitOfServed(3, gap: 30, service: 60, patience: 1e9).ShouldBe(80.0 / 3, 1e-3);
    }

    [Fact]
    public void Of_a_tenth_more_than_ten_thousand_servers_can_serve_one_of_eleven_goes() =>
        ErlangA.AbandonProbability(10_000, gap: 1 / 11_000.0, service: 1, patience: 5).ShouldBe(1.0 / 11, 1e-6);

    [Theory]
    [InlineData(0, 30, 60, 60)]
    [InlineData(1, 30, 60, 0)]
    [InlineData(1, double.NaN, 60, 60)]
    public void What_is_out_of_range_is_refused(int servers, double gap, double service, double patience) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangA.AbandonProbability(servers, gap, service, patience));
}
