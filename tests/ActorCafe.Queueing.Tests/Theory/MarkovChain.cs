namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>A Markov chain in continuous time, solved state by state: slow, simple, and independent of any formula.</summary>
internal static class MarkovChain
{
    /// <summary>The long-run mean of each value, over all states that can be reached from the first.</summary>
    /// <param name="first">Any recurrent state.</param>
    /// <param name="moves">The states that a state leads to, each with its rate. What keeps the chain finite is left out there.</param>
    /// <param name="values">The values.</param>
    public static double[] Means<TState>(TState first, Func<TState, IEnumerable<(TState To, double Rate)>> moves, params Func<TState, double>[] values)
        where TState : notnull
    {
        var numbers = new Dictionary<TState, int> { [first] = 0 };
        var states = new List<TState> { first };
        var into = new List<List<(int From, double Rate)>> { new() };
        var leaving = new List<double>();
        for (var from = 0; from < states.Count; from++)
        {
            leaving.Add(0);
            foreach (var (to, rate) in moves(states[from]).Where(move => move.Rate > 0 && !move.To.Equals(states[from])))
            {
                if (!numbers.TryGetValue(to, out var number))
                {
                    number = numbers[to] = states.Count;
                    states.Add(to);
                    into.Add([]);
                }

                into[number].Add((from, rate));
                leaving[from] += rate;
            }
        }

        // Gauss and Seidel: what flows into a state flows out of it.
        var weights = Enumerable.Repeat(1.0, states.Count).ToArray();
        for (var change = 1.0; change > 1e-13;)
        {
            change = 0;
            for (var state = 0; state < weights.Length; state++)
            {
                var weight = into[state].Sum(move => weights[move.From] * move.Rate) / leaving[state];
                change = Math.Max(change, Math.Abs(weight - weights[state]));
                weights[state] = weight;
            }

            var total = weights.Sum();
            weights = [.. weights.Select(weight => weight / total)];
        }

        return [.. values.Select(value => states.Select((state, number) => weights[number] * value(state)).Sum())];
    }
}
