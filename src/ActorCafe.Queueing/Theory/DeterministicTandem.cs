namespace ActorCafe.Queueing.Theory;

/// <summary>
/// Stages in a row with constant times and one line each, which all orders pass in the order of coming: exact to the last order,
/// with its filling and emptying.
/// </summary>
/// <remarks>
/// The recursion of flow lines, an order begins when it is there and a server is free: B. Avi-Itzhak and M. Yadin, "A sequence
/// of two servers with no intermediate queue", Management Science 11 (1965); M. Pinedo, Scheduling (Springer, 5th edition 2016), chapter 6. With
/// room for all it is, to the last departure, the sum of all times and n - 1 times the slowest time / servers, rounded up to whole
/// rounds of the servers.
/// </remarks>
public static class DeterministicTandem
{
    /// <summary>Plays so many orders through the stages.</summary>
    /// <param name="orders">1 or more.</param>
    /// <param name="gap">Seconds between orders, the first after one gap; 0: all are there at the start; null: one comes whenever the first stage has a free server.</param>
    /// <param name="stages">One or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static TandemTimes Play(long orders, double? gap, params IReadOnlyList<TandemStage> stages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(orders, 1);
        ArgumentOutOfRangeException.ThrowIfZero(stages.Count);
        Require.NotNegative(gap ?? 0);
        var lines = stages.Select(stage => new TandemLine(stage)).ToArray();
        var (left, response) = (0.0, 0.0);
        for (var order = 1L; order <= orders; order++)
        {
            var placed = gap is { } seconds ? order * seconds : lines[0].FreeAt(order);
            var ready = placed;
            for (var at = 0; at < lines.Length; at++)
            {
                var entered = lines[at].Enter(order, ready);
                if (at > 0)
                {
                    lines[at - 1].Release(order, entered);
                }

                ready = lines[at].Serve(order, entered);
            }
            left = ready;
            lines[^1].Release(order, left);
            foreach (var line in lines)
            {
                line.ReleaseStaying(order, left);
            }

            response += left - placed;
        }
        return new(left, response / orders, [.. lines.Select(line => line.Means(orders, left))]);
    }
}

/// <summary>A stage of constant time.</summary>
/// <param name="Service">Seconds, 0 or above.</param>
/// <param name="Servers">1 or more.</param>
/// <param name="Places">Waiting places, 0 or more; null: room for all. Who finds none stays with the server before.</param>
/// <param name="HandOver">Seconds that server and order spend on handing over, after service.</param>
/// <param name="Stays">Whether the server stays with the order until it leaves the last stage.</param>
public sealed record TandemStage(double Service, int Servers, int? Places = null, double HandOver = 0, bool Stays = false);

/// <summary>What was played.</summary>
/// <param name="Makespan">Seconds from the start to the last departure.</param>
/// <param name="Response">Mean seconds from coming to leaving.</param>
/// <param name="Stages">In the order given.</param>
public sealed record TandemTimes(double Makespan, double Response, IReadOnlyList<StationMeans> Stages);
