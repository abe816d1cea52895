namespace ActorCafe.Benchmarks.Simulators;

/// <summary>The times at which the servers of a stage become free, and the served orders that later ones may still overtake.</summary>
internal sealed class RecursiveStage(CafeModel model, int stage)
{
    private readonly long[] _free = new long[CafeModel.Workers(stage)];

    // In order of departure. There are as many as servers, and a new one is inserted near the end.
    private readonly Visitor[] _served = new Visitor[CafeModel.Workers(stage) + 1];
    private int _count;

    /// <summary>Every later arrival leaves after this time.</summary>
    public long Earliest => _free[0];

    public void Serve(Visitor visitor)
    {
        var end = Math.Max(visitor.At, _free[0]) + model.Work(stage, visitor.Order);

        // Servers stay sorted by the time at which they become free.
        var at = 1;
        for (; at < _free.Length && _free[at] < end; at++)
        {
            _free[at - 1] = _free[at];
        }

        _free[at - 1] = end;
        var place = _count++;
        for (; place > 0 && _served[place - 1].At > end; place--)
        {
            _served[place] = _served[place - 1];
        }

        _served[place] = visitor with { At = end };
    }

    /// <summary>Takes the first order that leaves by this time.</summary>
    public bool TryTake(long until, out Visitor visitor)
    {
        visitor = _served[0];
        if (_count == 0 || visitor.At > until)
        {
            return false;
        }

        _count--;
        Array.Copy(_served, 1, _served, 0, _count);
        return true;
    }
}
