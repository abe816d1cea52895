namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Exponential servers with a queue each; a customer joins the shortest queue and stays in it. There is no closed formula.</summary>
/// <remarks>
/// The problem is F. A. Haight's, "Two queues in parallel", Biometrika 45 (1958). Solved here numerically as a Markov chain:
/// the states are the queue lengths in descending order (the servers are interchangeable), truncated at a longest queue, and the
/// balance equations are solved by Gauss-Seidel sweeps (W. J. Stewart, Introduction to the Numerical Solution of Markov Chains, 1994, 3.2).
/// </remarks>
public static class ShortestQueue
{
    private const double Converged = 1e-13;

    /// <summary>The mean wait before service, in seconds.</summary>
    /// <param name="servers">The number of servers; at least 1.</param>
    /// <param name="gap">The mean interarrival time, in seconds.</param>
    /// <param name="service">The mean service time, in seconds.</param>
    /// <param name="longest">The most customers at one server, including the one in service. Arrivals are lost only when every server has that many.</param>
    public static double MeanWait(int servers, double gap, double service, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var states = States(servers, longest).ToArray();
        var probabilities = Solve(states, gap, service, longest);
        var (waiting, letIn) = (0.0, 0.0);
        for (var state = 0; state < states.Length; state++)
        {
            waiting += probabilities[state] * states[state].Sum(length => Math.Max(0, length - 1));
            letIn += states[state][^1] < longest ? probabilities[state] : 0;
        }
        return waiting * gap / letIn;
    }

    private static double[] Solve(int[][] states, double gap, double service, int longest)
    {
        var places = new Dictionary<string, int>();
        foreach (var state in states)
        {
            places[Name(state)] = places.Count;
        }

        var outflow = new double[states.Length];
        var inflow = states.Select(_ => new List<(int From, double Rate)>()).ToArray();
        for (var from = 0; from < states.Length; from++)
        {
            foreach (var (to, rate) in Moves(states[from], gap, service, longest))
            {
                outflow[from] += rate;
                inflow[places[Name(to)]].Add((from, rate));
            }
        }

        var probabilities = Enumerable.Repeat(1.0 / states.Length, states.Length).ToArray();
        var change = 1.0;
        while (change > Converged)
        {
            change = 0;
            for (var state = 0; state < states.Length; state++)
            {
                var balanced = inflow[state].Sum(flow => probabilities[flow.From] * flow.Rate) / outflow[state];
                change = Math.Max(change, Math.Abs(balanced - probabilities[state]));
                probabilities[state] = balanced;
            }
            var sum = probabilities.Sum();
            for (var state = 0; state < states.Length; state++)
            {
                probabilities[state] /= sum;
            }
        }
        return probabilities;
    }

    private static IEnumerable<(int[] To, double Rate)> Moves(int[] state, double gap, double service, int longest)
    {
        if (state[^1] < longest)
        {
            yield return (Changed(state, state.Length - 1, +1), 1 / gap);
        }

        for (var server = 0; server < state.Length; server++)
        {
            if (state[server] > 0)
            {
                yield return (Changed(state, server, -1), 1 / service);
            }
        }
    }

    private static int[] Changed(int[] state, int server, int change)
    {
        var changed = state.ToArray();
        changed[server] += change;
        return [.. changed.OrderDescending()];
    }

    private static IEnumerable<int[]> States(int servers, int longest) => servers == 0
        ? [[]]
        : Enumerable.Range(0, longest + 1).SelectMany(first => States(servers - 1, first).Select(rest => (int[])[first, .. rest]));

    private static string Name(int[] state) => string.Join(' ', state);
}
