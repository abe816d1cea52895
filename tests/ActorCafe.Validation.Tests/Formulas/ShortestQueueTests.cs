namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Checks the chain against hand-worked numbers.</summary>
public class ShortestQueueTests
{
    [Fact]
    public void The_shortest_of_one_queue_is_the_queue() =>
        ShortestQueue.MeanWait(1, gap: 60, service: 30, longest: 60).ShouldBe(30, 1e-8);

    [Fact]
    public void Two_queues_of_at_most_two_match_the_hand_worked_chain_of_six()
    {
        // gap = service = 1: (00) 1-> (10) 1-> (11) 1-> (21) 1-> (22). Back: 10 -1-> 00, 11 -2-> 10, 21 -1-> 11 and -1-> 20,
        // 20 -1-> 10 and, a customer joining the empty one, 1-> 21; 22 -2-> 21.
        // p00 = p10 = 1. Cut between totals: p10 = 2 p11 + p20; p11 + p20 = 2 p21; p21 = 2 p22; state 20: 2 p20 = p21.
        // p21 = 2 p20, p11 = 3 p20, p10 = 7 p20: with p20 = 1 they are 7, 7, 3, 1, 2, 1; 21 in all.
        // Waiting: 1 at 20, 1 at 21, 2 at 22: 1 + 2 + 2 = 5. Admitted: 20.
        ShortestQueue.MeanWait(2, gap: 1, service: 1, longest: 2).ShouldBe(5.0 / 20, 1e-10);
    }
}
