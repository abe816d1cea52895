namespace ActorCafe.Time;

/// <summary>
/// The handling of one message on this thread. A <see cref="WallClock"/> is read once in it, so that one message has one time, as in virtual time. Reading
/// real time costs as much as sending a message.
/// </summary>
internal sealed class Turn
{
    [ThreadStatic]
    private static Turn? _ofThread;

    private bool _isOn;
    private WallClock? _clock;
    private TimeSpan _now;

    /// <summary>Begins a turn on this thread. <see cref="End"/> must follow.</summary>
    public static Turn Begin()
    {
        var turn = _ofThread ??= new();
        turn._isOn = true;
        return turn;
    }

    /// <summary>The time of the turn that this thread is in; outside of a turn, the time right now.</summary>
    public static TimeSpan NowOf(WallClock clock) => _ofThread is { _isOn: true } turn ? turn.TimeOf(clock) : clock.Read();

    public void End() => (_isOn, _clock) = (false, null);

    private TimeSpan TimeOf(WallClock clock)
    {
        if (_clock != clock)
        {
            (_clock, _now) = (clock, clock.Read());
        }

        return _now;
    }
}
