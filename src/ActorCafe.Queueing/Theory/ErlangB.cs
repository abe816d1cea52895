namespace ActorCafe.Queueing.Theory;

/// <summary>Erlang's loss formula for M/G/c/c: servers without a queue.</summary>
/// <remarks>
/// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges" (1917); Gross and Harris,
/// Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.5. It holds for any service distribution with the same mean.
/// </remarks>
internal static class ErlangB
{
    /// <summary>The probability that a customer finds all servers busy and leaves.</summary>
    /// <param name="servers">The number of servers, 0 or more.</param>
    /// <param name="load">Offered load in erlangs: mean service time / mean inter-arrival time, above 0. It may exceed the number of servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double BlockingProbability(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        Require.Positive(load);
        // The recursion B(c) = a B(c - 1) / (c + a B(c - 1)) has no factorials, cannot overflow and keeps every digit.
        var blocking = 1.0;
        for (var server = 1; server <= servers; server++)
        {
            blocking = load * blocking / (server + (load * blocking));
        }

        return blocking;
    }
}
