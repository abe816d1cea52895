namespace ActorCafe.Pictures.Recording;

/// <summary>
/// A level over time in constant memory: slots of equal length, each with its time average, minimum and maximum. When time runs
/// past the last slot, neighbours are joined in pairs, so at least half of the slots are always in use.
/// </summary>
public sealed class LevelSeries
{
    /// <summary>The number of slots: more than a chart has columns of pixels.</summary>
    public const int MostSlots = 1024;

    private readonly double[] _sums = new double[MostSlots];
    private readonly int[] _least = new int[MostSlots];
    private readonly int[] _largest = new int[MostSlots];
    private long _width = TimeSpan.TicksPerMillisecond;
    private long _last;
    private int _value;

    /// <summary>The length of a slot.</summary>
    public TimeSpan SlotLength => new(_width);

    /// <summary>Sets the level from <paramref name="now"/> on. Times must not decrease.</summary>
    public void Set(int value, TimeSpan now)
    {
        Advance(now.Ticks);
        _value = value;
    }

    /// <summary>Ends the series.</summary>
    public void Finish(TimeSpan now) => Advance(now.Ticks);

    /// <summary>The slots up to the last change, or the end.</summary>
    public IReadOnlyList<LevelSlot> Slots()
    {
        var slots = new List<LevelSlot>();
        for (var (at, start, length) = (0, 0L, 0L); start < _last; (at, start) = (at + 1, start + length))
        {
            length = Math.Min(_width, _last - start);
            slots.Add(new(new(start), new(length), _sums[at] / length, _least[at], _largest[at]));
        }

        return slots;
    }

    private void Advance(long now)
    {
        // A product of slots and their width could overflow.
        while ((now - 1) / MostSlots >= _width)
        {
            Join();
        }

        while (_last < now)
        {
            var slot = (int)(_last / _width);
            var isBegun = _last % _width > 0;
            var until = _last + Math.Min(now - _last, _width - (_last % _width));
            _sums[slot] += (double)_value * (until - _last);
            _least[slot] = isBegun ? Math.Min(_least[slot], _value) : _value;
            _largest[slot] = isBegun ? Math.Max(_largest[slot], _value) : _value;
            _last = until;
        }
    }

    private void Join()
    {
        // Slots that have not begun hold nothing to join.
        var begun = (int)((_last + _width - 1) / _width);
        for (var at = 0; at < MostSlots / 2; at++)
        {
            var (a, b) = (2 * at, (2 * at) + 1);
            _sums[at] = _sums[a] + _sums[b];
            _least[at] = b < begun ? Math.Min(_least[a], _least[b]) : _least[a];
            _largest[at] = b < begun ? Math.Max(_largest[a], _largest[b]) : _largest[a];
        }

        Array.Clear(_sums, MostSlots / 2, MostSlots / 2);
        _width *= 2;
    }
}

/// <summary>A level during a short time.</summary>
/// <param name="Start">Time since opening.</param>
/// <param name="Length">The length; the last slot may be shorter than the others.</param>
/// <param name="Mean">The time average.</param>
/// <param name="Least">The minimum.</param>
/// <param name="Largest">The maximum.</param>
public readonly record struct LevelSlot(TimeSpan Start, TimeSpan Length, double Mean, int Least, int Largest);
