namespace ActorCafe.Queueing.Theory;

/// <summary>Erlang's loss formula: servers without a queue, M/G/c/c.</summary>
/// <remarks>
/// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges"
/// (1917); Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.5. It holds for any distribution of
/// service with the same mean.
/// </remarks>
public static class ErlangB
{
    /// <summary>The share of customers who find every server busy, and leave.</summary>
    /// <param name="servers">0 or more.</param>
    /// <param name="load">Offered: mean service / mean gap between customers, in erlangs, above 0; may be above the servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double BlockingProbability(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        Require.Positive(load);
        // B(c) = a B(c - 1) / (c + a B(c - 1)): no factorials, no overflow, and every digit stays good.
        var blocking = 1.0;
        for (var server = 1; server <= servers; server++)
        {
            blocking = load * blocking / (server + (load * blocking));
        }

        return blocking;
    }
}
