namespace ActorCafe.Queueing.Theory;

/// <summary>Stages in a row with constant times and one queue each, passed in the order of arrival. Exact, including start-up and emptying.</summary>
/// <remarks>
/// The recursion of flow lines, in which an order begins when it is there and a server is free: B. Avi-Itzhak and M. Yadin, "A sequence of two servers with no
/// intermediate queue", Management Science 11 (1965); M. Pinedo, Scheduling (Springer, 5th edition 2016), chapter 6. With unlimited queues, the time to the
/// last departure is the sum of all times plus n - 1 times the slowest time / servers, rounded up to whole rounds of the servers.
/// </remarks>
internal static class DeterministicTandem
{
    /// <summary>Sends orders through the stages.</summary>
    /// <param name="orders">The number of orders, 1 or more.</param>
    /// <param name="gap">
    /// Seconds between orders, the first after one gap; 0 if all are there at the start; null if one arrives whenever the first stage has a free server.
    /// </param>
    /// <param name="stages">The stages, one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
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

/// <summary>A stage with a constant service time.</summary>
/// <param name="Service">Service time in seconds, 0 or above.</param>
/// <param name="Servers">The number of servers, 1 or more.</param>
/// <param name="Places">Waiting places, 0 or more; null for unlimited. An order that finds none stays with the server before.</param>
/// <param name="HandOver">Seconds that the server and the order spend on handing over, after service.</param>
/// <param name="Stays">Whether the server stays with the order until it leaves the last stage.</param>
internal sealed record TandemStage(double Service, int Servers, int? Places = null, double HandOver = 0, bool Stays = false);

/// <summary>The results of a deterministic tandem.</summary>
/// <param name="Makespan">Seconds from the start to the last departure.</param>
/// <param name="Response">Mean time from arrival to departure, in seconds.</param>
/// <param name="Stages">The stages, in the order given.</param>
internal sealed record TandemTimes(double Makespan, double Response, IReadOnlyList<StationMeans> Stages);
