namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Each formula against a number worked by hand.</summary>
public class FormulaTests
{
    [Fact]
    public void Two_erlangs_at_three_servers_without_a_queue_lose_four_customers_of_nineteen() =>
        // (8/6) / (1 + 2 + 4/2 + 8/6) = (4/3) / (19/3)
        ErlangB.BlockingProbability(3, 2).ShouldBe(4.0 / 19, 1e-12);

    [Fact]
    public void Two_erlangs_at_three_servers_with_a_queue_make_four_customers_of_nine_wait() =>
        // 3 x 4/19 / (3 - 2 x 15/19) = (12/19) / (27/19)
        ErlangC.WaitingProbability(3, 2).ShouldBe(4.0 / 9, 1e-12);

    [Fact]
    public void Three_grinders_of_60_s_keep_who_comes_every_30_s_waiting_for_26_and_two_thirds_s() =>
        // 4/9 x 60 s / (3 - 2)
        ErlangC.MeanWait(3, gap: 30, service: 60).ShouldBe(80.0 / 3, 1e-10);

    [Fact]
    public void One_server_at_half_load_is_on_average_as_long_in_waiting_as_in_service()
    {
        // rho / (1 - rho) x service; half a customer waits
        ErlangC.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-10);
        ErlangC.MeanResponse(1, gap: 60, service: 30).ShouldBe(60, 1e-10);
        ErlangC.MeanQueueLength(1, gap: 60, service: 30).ShouldBe(0.5, 1e-10);
    }

    [Fact]
    public void Half_of_those_who_wait_wait_longer_than_the_half_life_of_the_queue()
    {
        // 4/9 wait, half of them (2/9) longer than ln 2 x 60 s / (3 - 2); 5/9 not at all
        ErlangC.WaitQuantile(3, gap: 30, service: 60, p: 7.0 / 9).ShouldBe(60 * Math.Log(2), 1e-9);
        ErlangC.WaitQuantile(3, gap: 30, service: 60, p: 0.5).ShouldBe(0);
    }

    [Fact]
    public void No_steady_state_is_no_number()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(2, gap: 30, service: 60));
        Should.Throw<ArgumentOutOfRangeException>(() => PollaczekKhinchine.MeanWait(gap: 60, service: 60, variance: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => GeneralArrivals.MeanWait(Gap.Deterministic(60), service: 60));
    }

    [Fact]
    public void Constant_service_halves_the_wait_of_exponential_service()
    {
        // E[S^2] = 900 or 1800, over 2 x (60 - 30)
        PollaczekKhinchine.MeanWait(gap: 60, service: 30, variance: 0).ShouldBe(15, 1e-10);
        PollaczekKhinchine.MeanWait(gap: 60, service: 30, variance: 900).ShouldBe(30, 1e-10);
    }

    [Fact]
    public void Poisson_arrivals_are_a_case_of_general_ones() =>
        // sigma = rho = 1/2: 1/2 x 30 s / (1 - 1/2)
        GeneralArrivals.MeanWait(Gap.Erlang(60, 1), service: 30).ShouldBe(30, 1e-9);

    [Fact]
    public void Two_phase_gaps_have_a_root_by_hand() =>
        // gap 8/3 x service: sigma (1 + 4/3 (1 - sigma))^2 = 1 has the root 1/4: 1/4 x (1 + 1)^2 = 1. Wait: 1/4 x 30 / (3/4) = 10 s
        GeneralArrivals.MeanWait(Gap.Erlang(80, 2), service: 30).ShouldBe(10, 1e-9);

    [Fact]
    public void Constant_gaps_have_a_root_by_hand() =>
        // gap = 2 ln 2 x service: sigma = e^(-2 ln 2 (1 - sigma)) has the root 1/2, as e^(-ln 2) = 1/2. Wait: one service
        GeneralArrivals.MeanWait(Gap.Deterministic(60 * Math.Log(2)), service: 30).ShouldBe(30, 1e-9);

    [Fact]
    public void A_mixture_of_gaps_has_a_root_by_hand() =>
        // service 1, gaps of 1 and 3 with equal chance: sigma = 1/2 / (2 - sigma) + 1/2 / (4 - 3 sigma), or, times the
        // denominators, 3 sigma^3 - 10 sigma^2 + 10 sigma - 3 = (sigma - 1)(3 sigma^2 - 7 sigma + 3): sigma = (7 - sqrt 13) / 6
        GeneralArrivals.WaitingProbability(Gap.HyperExponential([1, 3], [0.5, 0.5]), 1)
            .ShouldBe((7 - Math.Sqrt(13)) / 6, 1e-9);

    [Fact]
    public void Three_grinders_in_turn_keep_who_comes_every_30_s_waiting_for_68_s() =>
        // phases of 30 s, service 60 s: sigma (1 + (1 - sigma) / 2)^3 = 1, or, with u = (3 - sigma) / 2, (3 - 2u) u^3 = 1, which is
        // (u - 1)(2u^3 - u^2 - u - 1) = 0: u = 1.2337519, sigma = 0.5324962. Wait: 0.5324962 x 60 / 0.4675038
        GeneralArrivals.MeanWaitInTurn(3, gap: 30, service: 60).ShouldBe(68.341, 5e-4);

    [Fact]
    public void A_server_with_one_waiting_place_at_load_one_turns_every_third_away()
    {
        // sizes 0, 1, 2 are equally likely: 1/3 blocked; 1/3 waiting on average, of 2/3 of the customers: half a gap
        LimitedQueue.BlockingProbability(1, 2, gap: 40, service: 40).ShouldBe(1.0 / 3, 1e-12);
        LimitedQueue.MeanWait(1, 2, gap: 40, service: 40).ShouldBe(20, 1e-10);
    }

    [Fact]
    public void Without_waiting_places_a_limited_queue_is_erlang_s_loss_system() =>
        LimitedQueue.BlockingProbability(3, 3, gap: 30, service: 60).ShouldBe(4.0 / 19, 1e-12);

    [Fact]
    public void One_server_whose_customers_are_as_patient_as_it_is_quick_has_poisson_sizes()
    {
        // service = patience: deaths n / service, so sizes are Poisson with mean 1 at gap = service.
        // Waiting on average: sum of (n - 1) p(n) = 1 - (1 - 1/e) = 1/e, each going once in a patience: 1/e of all
        ErlangA.AbandonProbability(1, gap: 60, service: 60, patience: 60).ShouldBe(Math.Exp(-1), 1e-12);

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
    public void The_high_rank_waits_less_by_the_load_it_does_not_see()
    {
        // load 1/4 + 1/4, residual 1/2 x 30: 15 / (1 x 3/4) = 20 and 15 / (3/4 x 1/2) = 40; in the mean 30, as without ranks
        Priorities.MeanWaits(1, [120, 120], 30).ShouldBe([20, 40], 1e-10);
        Priorities.MeanWaits((120, 30, 900), (120, 30, 900)).ShouldBe([20, 40], 1e-10);

        // three servers, load 1/3 each of 2/3: residual 4/9 x 20 = 80/9, over 2/3: 40/3, over 2/3 x 1/3: 40
        Priorities.MeanWaits(3, [60, 60], 60).ShouldBe([40.0 / 3, 40], 1e-10);
    }

    [Fact]
    public void The_cafe_s_three_stages_add_up() =>
        // accept 20 + 40, grind 60 + 80/3, brew with 3 erlangs at 4 machines: C = 27/53, 90 x 27/53
        Tandem.MeanResponse(30, (1, 20), (3, 60), (4, 90)).ShouldBe(20 + 40 + 60 + (80.0 / 3) + 90 + (90 * 27.0 / 53), 1e-9);

    [Fact]
    public void Two_equal_servers_without_room_between_them_lose_a_third()
    {
        // 0, 1 or 2 (one kept) are equally likely
        BlockedTandem.Throughput(60, 60, 0).ShouldBe(2.0 / 3 / 60, 1e-12);
        BlockedTandem.Blocked(60, 60, 0).ShouldBe(1.0 / 3, 1e-12);
        BlockedTandem.Throughput(60, 60, 1).ShouldBe(3.0 / 4 / 60, 1e-12);

        // unequal: mu1 mu2 (mu1 + mu2) / (mu1^2 + mu1 mu2 + mu2^2), here 1, 2: 2 x 3 / 7
        BlockedTandem.Throughput(1, 0.5, 0).ShouldBe(6.0 / 7, 1e-12);
    }

    [Fact]
    public void Groups_of_four_wait_for_their_own_too()
    {
        // load 1/2: inside 1/2 x 5 / (2 x 1/2) = 2.5, at one customer a minute 150 s, less 30 s of service
        BatchArrivals.MeanWait(4, gap: 240, service: 30).ShouldBe(120, 1e-10);
        BatchArrivals.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-10);
    }

    [Fact]
    public void Doing_every_fifth_again_is_working_a_quarter_more()
    {
        // 40 / (1 - 1/5) = 50 s of work a customer, 100 s between them: 100 s; each visit waits 40 x 1/2 / (1/2)
        Feedback.MeanResponse(gap: 100, service: 40, again: 0.2).ShouldBe(100, 1e-10);
        Feedback.MeanWaitOfVisit(gap: 100, service: 40, again: 0.2).ShouldBe(40, 1e-10);
    }

    [Fact]
    public void Two_customers_and_one_server_meet_in_two_of_five_moments_when_they_think_as_long_as_it_serves()
    {
        // sizes 0, 1, 2 as 1 : 2 : 2 - inside 6/5, thinking 4/5: response 6/4 of the think time. By mean values: 60 x (1 + 1/2)
        MachineRepair.MeanResponse(2, think: 60, servers: 1, service: 60).ShouldBe(90, 1e-10);
        MeanValueAnalysis.MeanResponse(2, think: 60, 60).ShouldBe(90, 1e-10);
    }

    [Fact]
    public void Customers_who_do_not_think_are_always_inside() =>
        // two equal stages and two customers: each finds half a customer there, 1.5 x 60 s twice
        MeanValueAnalysis.MeanResponse(2, think: 0, 60, 60).ShouldBe(180, 1e-10);

    [Fact]
    public void The_shortest_of_one_queue_is_the_queue() =>
        ShortestQueue.MeanWait(1, gap: 60, service: 30, longest: 60).ShouldBe(30, 1e-8);

    [Fact]
    public void Two_queues_of_at_most_two_make_a_chain_of_six_by_hand()
    {
        // gap = service = 1: (00) 1-> (10) 1-> (11) 1-> (21) 1-> (22). Back: 10 -1-> 00, 11 -2-> 10, 21 -1-> 11 and -1-> 20,
        // 20 -1-> 10 and, a customer joining the empty one, 1-> 21; 22 -2-> 21.
        // p00 = p10 = 1. Cut between totals: p10 = 2 p11 + p20; p11 + p20 = 2 p21; p21 = 2 p22; state 20: 2 p20 = p21.
        // p21 = 2 p20, p11 = 3 p20, p10 = 7 p20: with p20 = 1 they are 7, 7, 3, 1, 2, 1; 21 in all.
        // Waiting: 1 at 20, 1 at 21, 2 at 22: 1 + 2 + 2 = 5; let in: 20.
        ShortestQueue.MeanWait(2, gap: 1, service: 1, longest: 2).ShouldBe(5.0 / 20, 1e-10);
    }
}
