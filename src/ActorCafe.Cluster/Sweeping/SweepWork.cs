using System.Collections;
using System.Collections.Immutable;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// The pieces of a sweep: which are to be given out, and what has come of the others. Given out from the first to the last; one that
/// is put back goes before all others.
/// </summary>
/// <param name="points">How many points.</param>
/// <param name="replications">How many replications of each.</param>
internal sealed class SweepWork(int points, int replications)
{
    private readonly SortedSet<long> _back = [];
    private readonly Dictionary<int, Runs> _begun = [];
    private readonly BitArray _closed = new(points);
    private int _closedPoints;
    private long _last;
    private long _done;

    /// <summary>Whether every point is finished or has failed.</summary>
    public bool IsOver => _closedPoints == points;

    /// <summary>The share of the pieces that are done.</summary>
    public double Share => (double)_done / ((long)points * replications);

    public int PointOf(long piece) => (int)((piece - 1) / replications);

    /// <summary>From 1.</summary>
    public int ReplicationOf(long piece) => (int)((piece - 1) % replications) + 1;

    /// <summary>The next piece to give out, and whether it was given out before; null: none is left for the moment.</summary>
    public (long Piece, bool IsAgain)? Take()
    {
        while (_back.Count > 0)
        {
            var piece = _back.Min;
            _back.Remove(piece);
            if (!IsDone(piece))
            {
                return (piece, true);
            }
        }

        while (_last < (long)points * replications)
        {
            if (!IsDone(++_last))
            {
                return (_last, false);
            }
        }

        return null;
    }

    /// <summary>To be given out again, if nothing has come of it in the meantime.</summary>
    public void PutBack(long piece)
    {
        if (!IsDone(piece))
        {
            _back.Add(piece);
        }
    }

    /// <summary>Whether there is nothing more to learn of a piece; so of one that this sweep does not have.</summary>
    public bool IsDone(long piece) =>
        piece < 1 || piece > (long)points * replications || _closed[PointOf(piece)]
        || (_begun.TryGetValue(PointOf(piece), out var runs) && runs.Each[ReplicationOf(piece) - 1] is not null);

    /// <summary>Keeps what came of a piece that is not done yet.</summary>
    /// <returns>The runs of its point in their order, if this was the last of them; else none.</returns>
    public ImmutableArray<ShopResult> Done(long piece, ShopResult result)
    {
        var point = PointOf(piece);
        if (!_begun.TryGetValue(point, out var runs))
        {
            _begun[point] = runs = new Runs(replications);
        }

        runs.Each[ReplicationOf(piece) - 1] = result;
        runs.Left--;
        _done++;
        if (runs.Left > 0)
        {
            return [];
        }

        Close(point);
        return [.. runs.Each.OfType<ShopResult>()];
    }

    /// <summary>Gives up the whole point of a piece that is not done yet.</summary>
    public void Fail(long piece)
    {
        var point = PointOf(piece);
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
        public ShopResult?[] Each { get; } = new ShopResult?[replications];

        public int Left { get; set; } = replications;
    }
}
