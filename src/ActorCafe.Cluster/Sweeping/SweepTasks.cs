using System.Collections;
using System.Collections.Immutable;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>One replication of one point of a sweep.</summary>
/// <param name="Id">The number of the task, from 1.</param>
/// <param name="Point">The index of its point, from 0.</param>
/// <param name="Replication">The replication, from 1.</param>
internal readonly record struct SweepTask(long Id, int Point, int Replication);

/// <summary>
/// The unassigned tasks of a sweep and the results of the others. Tasks are assigned in order; returned tasks come first.
/// </summary>
/// <param name="points">The number of points.</param>
/// <param name="replications">The replications of each point.</param>
internal sealed class SweepTasks(int points, int replications)
{
    private readonly SortedSet<long> _returned = [];
    private readonly Dictionary<int, Runs> _begun = [];
    private readonly BitArray _closed = new(points);
    private int _closedPoints;
    private long _last;
    private long _done;

    /// <summary>Whether every point is completed or failed.</summary>
    public bool AreOver => _closedPoints == points;

    /// <summary>The share of the tasks that are done, from 0 to 1.</summary>
    public double Share => (double)_done / Count;

    private long Count => (long)points * replications;

    public SweepTask Of(long id) => new(id, (int)((id - 1) / replications), (int)((id - 1) % replications) + 1);

    /// <summary>Takes the next task to assign, and whether it was assigned before; null if none is left at the moment.</summary>
    public (SweepTask Task, bool IsRepeated)? Take()
    {
        while (_returned.Count > 0)
        {
            var id = _returned.Min;
            _returned.Remove(id);
            if (!IsDone(id))
            {
                return (Of(id), true);
            }
        }

        while (_last < Count)
        {
            if (!IsDone(++_last))
            {
                return (Of(_last), false);
            }
        }

        return null;
    }

    /// <summary>Puts a task back for reassignment, unless it is already done.</summary>
    public void Return(long id)
    {
        if (!IsDone(id))
        {
            _returned.Add(id);
        }
    }

    /// <summary>Whether the task's outcome is no longer needed; also true for a number that is not of this sweep.</summary>
    public bool IsDone(long id) =>
        id < 1 || id > Count || _closed[Of(id).Point]
        || (_begun.TryGetValue(Of(id).Point, out var runs) && runs.Results[Of(id).Replication - 1] is not null);

    /// <summary>Keeps the result of a task that is not done yet.</summary>
    /// <returns>The results of the point's replications in order, if this was the last of them; otherwise empty.</returns>
    public ImmutableArray<ShopResult> Complete(long id, ShopResult result)
    {
        var (_, point, replication) = Of(id);
        if (!_begun.TryGetValue(point, out var runs))
        {
            _begun[point] = runs = new Runs(replications);
        }

        runs.Results[replication - 1] = result;
        runs.Left--;
        _done++;
        if (runs.Left > 0)
        {
            return [];
        }

        Close(point);
        return [.. runs.Results.OfType<ShopResult>()];
    }

    /// <summary>Gives up the whole point of a task that is not done yet.</summary>
    public void Fail(long id)
    {
        var point = Of(id).Point;
        _done += _begun.TryGetValue(point, out var runs) ? runs.Left : replications;
        Close(point);
    }

    private void Close(int point)
    {
        _begun.Remove(point);
        _closed[point] = true;
        _closedPoints++;
    }

    private sealed class Runs(int replications)
    {
        public ShopResult?[] Results { get; } = new ShopResult?[replications];

        public int Left { get; set; } = replications;
    }
}
