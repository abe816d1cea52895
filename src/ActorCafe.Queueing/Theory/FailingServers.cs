using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace ActorCafe.Queueing.Theory;

/// <summary>The M/M/c queue whose servers break down by the clock, each by itself, working or not. Times up and repairs are exponential.</summary>
/// <remarks>
/// I. L. Mitrany and B. Avi-Itzhak, "A many-server queue with service interruptions", Operations Research 16 (1968). Solved as a quasi birth-death process
/// (<see cref="QuasiBirthDeath"/>), whose level is the number of customers.
/// </remarks>
internal sealed class FailingServers
{
    /// <summary>The most servers: computing time grows with their sixth power.</summary>
    public const int Most = 10;

    private readonly int _servers;
    private readonly double _gap;
    private readonly double _service;
    private readonly double _up;
    private readonly double _repair;
    private readonly bool _givesBack;
    private readonly ImmutableArray<Phase> _phases;
    private readonly QuasiBirthDeath _process;

    /// <param name="servers">The number of servers, from 1 to <see cref="Most"/>.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above 0.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="up">Mean time from a repair to the next breakdown in seconds, above 0.</param>
    /// <param name="repair">Mean time of a repair in seconds, above 0.</param>
    /// <param name="givesBack">Whether an interrupted customer goes to the head of the queue; otherwise the server keeps it and resumes after the repair.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public FailingServers(int servers, double gap, double service, double up, double repair, bool givesBack)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(servers, Most);
        Load.Steady(servers, gap, FailingServer.MeanCompletion(service, up, Require.Positive(repair)));
        (_servers, _gap, _service, _up, _repair, _givesBack) = (servers, gap, service, up, repair, givesBack);
        _phases = [.. Enumerable.Range(0, servers + 1).SelectMany(isUp => Enumerable.Range(0, servers - isUp + 1).Select(interrupted => new Phase(isUp, interrupted)))];
        _process = new QuasiBirthDeath(servers, Rates);
    }

    /// <summary>The mean time from arrival to the first start of service, in seconds (Little's law).</summary>
    public double MeanWait => _gap * _process.Mean((inside, phase) => inside - Busy(inside, _phases[phase]) - _phases[phase].Interrupted);

    /// <summary>The mean time from arrival to departure, in seconds (Little's law).</summary>
    public double MeanResponse => _gap * _process.Mean((inside, _) => inside);

    /// <summary>The distribution of the number of customers; null if it is too long.</summary>
    public NumberInSystem? Number => NumberInSystem.Of(_process.Levels());

    private (Matrix<double> Up, Matrix<double> Same, Matrix<double> Down) Rates(int inside)
    {
        Matrix<double>[] toward = [.. Enumerable.Range(0, 3).Select(_ => Matrix<double>.Build.Dense(_phases.Length, _phases.Length))];
        for (var from = 0; from < _phases.Length; from++)
        {
            foreach (var (change, to, rate) in Moves(inside, _phases[from]).Where(move => move.Rate > 0))
            {
                toward[change + 1][from, _phases.IndexOf(to)] += rate;
            }
        }

        return (toward[2], toward[1], toward[0]);
    }

    private IEnumerable<(int Change, Phase To, double Rate)> Moves(int inside, Phase at)
    {
        var busy = Busy(inside, at);
        if (_givesBack)
        {
            var begun = busy + at.Interrupted;
            yield return (1, Shared(inside + 1, at.Up, begun), 1 / _gap);
            yield return (-1, Shared(inside - 1, at.Up, begun - 1), busy / _service);
            yield return (0, Shared(inside, at.Up - 1, begun), at.Up / _up);
            yield return (0, Shared(inside, at.Up + 1, begun), (_servers - at.Up) / _repair);
        }
        else
        {
            yield return (1, at, 1 / _gap);
            yield return (-1, at, busy / _service);
            yield return (0, new(at.Up - 1, at.Interrupted + 1), busy / _up);
            yield return (0, new(at.Up - 1, at.Interrupted), (at.Up - busy) / _up);
            yield return (0, new(at.Up + 1, at.Interrupted - 1), at.Interrupted / _repair);
            yield return (0, new(at.Up + 1, at.Interrupted), (_servers - at.Up - at.Interrupted) / _repair);
        }
    }

    private int Busy(int inside, Phase at) => _givesBack ? Math.Min(at.Up, inside) : Math.Clamp(inside - at.Interrupted, 0, at.Up);

    /// <summary>The phase with interrupted customers at the head of the queue, from where any server takes them before it begins with another one.</summary>
    private Phase Shared(int inside, int up, int begun) => new(up, Math.Max(0, Math.Min(begun - Math.Min(up, inside), _servers - up)));

    /// <param name="Up">Servers that are not being repaired.</param>
    /// <param name="Interrupted">Customers whose service has begun and is interrupted.</param>
    private readonly record struct Phase(int Up, int Interrupted);
}
