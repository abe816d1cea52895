namespace ActorCafe.Queueing.Theory;

/// <summary>The state of a stage of <see cref="DeterministicTandem"/>: when the last few orders began there, and when they released its servers.</summary>
internal sealed class TandemLine
{
    private readonly TandemStage _stage;
    private readonly double[] _freed;
    private readonly double[] _begun;
    private double _waited;

    public TandemLine(TandemStage stage)
    {
        Require.NotNegative(stage.Service);
        Require.NotNegative(stage.HandOver);
        ArgumentOutOfRangeException.ThrowIfLessThan(stage.Servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(stage.Places ?? 0);
        _stage = stage;
        _freed = new double[stage.Servers];
        _begun = new double[Math.Max(1, stage.Places ?? 1)];
    }

    /// <summary>When a server is free for an order: when the order c places before it was released, at c servers.</summary>
    public double FreeAt(long order) => _freed[order % _freed.Length];

    /// <summary>When an order that is ready gets in: at once, or when there is room.</summary>
    public double Enter(long order, double ready) => _stage.Places switch
    {
        null => ready,
        0 => Math.Max(ready, FreeAt(order)),
        _ => Math.Max(ready, _begun[order % _begun.Length]),
    };

    /// <summary>Serves an order. Returns when it is ready for the next stage.</summary>
    public double Serve(long order, double entered)
    {
        var begins = Math.Max(entered, FreeAt(order));
        _begun[order % _begun.Length] = begins;
        _waited += begins - entered;
        return begins + _stage.Service + _stage.HandOver;
    }

    public void Release(long order, double now) => _freed[order % _freed.Length] = now;

    public void ReleaseStaying(long order, double now)
    {
        if (_stage.Stays)
        {
            Release(order, now);
        }
    }

    public StationMeans Means(long orders, double makespan) => makespan > 0
            ? new(orders * _stage.Service / (_stage.Servers * makespan), _waited / orders, _waited / makespan)
            : new(0, 0, 0);
}
