using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class GeneralArrivalsTests
{
    [Fact]
    public void Poisson_arrivals_are_a_case_of_general_ones() =>
        // sigma = rho = 1/2: 1/2 x 30 s / (1 - 1/2)
        GeneralArrivals.MeanWait(InterArrivalTime.Poisson(60), service: 30).ShouldBe(30, 1e-9);

    [Fact]
    public void Two_phase_gaps_have_a_root_by_hand() =>
        // gap 8/3 x service: sigma (1 + 4/3 (1 - sigma))^2 = 1 has the root 1/4: 1/4 x (1 + 1)^2 = 1. Wait: 1/4 x 30 / (3/4) = 10 s
        GeneralArrivals.MeanWait(Gaps(new Erlang(80, 2)), service: 30).ShouldBe(10, 1e-9);

    [Fact]
    public void Constant_gaps_have_a_root_by_hand()
    {
        // gap = 2 ln 2 x service: sigma = e^(-2 ln 2 (1 - sigma)) has the root 1/2, as e^(-ln 2) = 1/2. Wait: one service;
        // half of those who wait, a quarter of all, wait longer than ln 2 x 30 / (1/2)
        var gap = Gaps(new Deterministic(60 * Math.Log(2)));
        GeneralArrivals.MeanWait(gap, service: 30).ShouldBe(30, 1e-9);
        GeneralArrivals.WaitQuantile(gap, service: 30, p: 0.75).ShouldBe(60 * Math.Log(2), 1e-9);
        GeneralArrivals.WaitQuantile(gap, service: 30, p: 0.4).ShouldBe(0);
    }

    [Fact]
    public void A_mixture_of_gaps_has_a_root_by_hand() =>
        // service 1, gaps of 1 and 3 with equal chance: sigma = 1/2 / (2 - sigma) + 1/2 / (4 - 3 sigma), or, times the
        // denominators, 3 sigma^3 - 10 sigma^2 + 10 sigma - 3 = (sigma - 1)(3 sigma^2 - 7 sigma + 3): sigma = (7 - sqrt 13) / 6
        GeneralArrivals.WaitingProbability(Gaps(new HyperExponential([1, 3], [0.5, 0.5])), 1)
            .ShouldBe((7 - Math.Sqrt(13)) / 6, 1e-9);

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-7)]
    public void Near_saturation_constant_gaps_wait_as_Kingman_says(double spare)
    {
        // (0 + 1) / 2 x load / (1 - load) x service is what D/M/1 tends to; the next term is about a service.
        var wait = GeneralArrivals.MeanWait(Gaps(new Deterministic(1)), service: 1 - spare);
        wait.ShouldBe(0.5 / spare, 2);
    }

    [Fact]
    public void A_server_that_does_next_to_nothing_makes_nobody_wait() =>
        GeneralArrivals.MeanWait(Gaps(new Deterministic(1)), service: 1e-3).ShouldBe(0, 1e-15);

    [Fact]
    public void No_steady_state_is_no_number() =>
        Should.Throw<ArgumentOutOfRangeException>(() => GeneralArrivals.MeanWait(Gaps(new Deterministic(60)), service: 60));

    private static InterArrivalTime Gaps(Distribution gap) => InterArrivalTime.Of(gap)!;
}
