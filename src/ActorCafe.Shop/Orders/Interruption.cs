namespace ActorCafe.Shop.Orders;

/// <summary>
/// What an order keeps of a service that is interrupted, because its worker broke down or an order of higher priority came. It lasts until the service at that
/// stage ends.
/// </summary>
internal sealed class Interruption
{
    private TimeSpan _since;
    private TimeSpan? _left;

    /// <summary>The total time that the service was interrupted, up to when it last resumed.</summary>
    public TimeSpan Lost { get; private set; }

    /// <summary>The service stops.</summary>
    /// <param name="left">The time left of the step in hand.</param>
    /// <param name="now">The current time.</param>
    public void Begin(TimeSpan left, TimeSpan now) => (_left, _since) = (left, now);

    /// <summary>The service goes on.</summary>
    public void End(TimeSpan now) => Lost += now - _since;

    /// <summary>Takes the time left of the step in hand; null for a step that begins anew.</summary>
    public TimeSpan? TakeLeft()
    {
        var left = _left;
        _left = null;
        return left;
    }
}
