using System.Buffers;
using ActorCafe.Floor.Facts;

namespace ActorCafe.Floor.Live;

/// <summary>What one viewer of a live log has been sent, and what comes next.</summary>
/// <param name="log">The log.</param>
/// <param name="messages">Writes messages.</param>
/// <param name="now">The shop's clock.</param>
/// <param name="time">Wall time.</param>
/// <param name="after">The number of the last entry that the viewer has; null: none.</param>
internal sealed class LiveViewer(LiveLog log, LiveMessages messages, Func<TimeSpan> now, TimeProvider time, long? after)
{
    /// <summary>Above this many facts per second nobody can follow each one, so only levels are sent until the rate is half of that.</summary>
    private const int Crowd = 2_000;

    private const int MostAtOnce = 10_000;

    private static readonly TimeSpan BetweenLevels = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLevelsOfCrowd = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly FactRate _rate = new();
    private long? _after = after;
    private long? _last;
    private bool _isCrowd;
    private long _levelsOf = -1;
    private long _levelsAt = time.GetTimestamp();
    private long _wroteAt = time.GetTimestamp();

    /// <summary>Writes what the viewer is due now, if anything.</summary>
    /// <returns>Whether something was written.</returns>
    public bool Write(IBufferWriter<byte> into)
    {
        var at = time.GetTimestamp();
        var wrote = WriteEntries(into, at) | WriteLevels(into, at);
        if (!wrote && time.GetElapsedTime(_wroteAt, at) >= Silence)
        {
            LiveMessages.Comment(into);
            wrote = true;
        }

        _wroteAt = wrote ? at : _wroteAt;
        return wrote;
    }

    private bool WriteEntries(IBufferWriter<byte> into, long at)
    {
        if (_after is not { } after || log.After(after, MostAtOnce) is not var (entries, last))
        {
            return WriteScene(into);
        }

        // What a viewer missed before it came back did not come now.
        var came = last - (_last ?? last);
        (_after, _last) = (after + entries.Length, last);
        var perSecond = _rate.Add(came, time, at);
        if (_isCrowd && perSecond < Crowd / 2)
        {
            _isCrowd = false;
            return WriteScene(into);
        }

        _isCrowd |= perSecond > Crowd;
        return WriteEntries(into, after, entries);
    }

    private bool WriteScene(IBufferWriter<byte> into)
    {
        var scene = log.Scene(now);
        messages.Scene(into, scene);
        (_after, _levelsOf, _levelsAt) = (scene.Number, scene.Number, time.GetTimestamp());
        return true;
    }

    /// <summary>Writes facts that follow each other as one message. In a crowd they are left out, and what comes after them has no number to go on from.</summary>
    private bool WriteEntries(IBufferWriter<byte> into, long after, LiveEntry[] entries)
    {
        var facts = new List<Fact>(entries.Length);
        var wrote = false;
        for (var i = 0; i <= entries.Length; i++)
        {
            var change = i < entries.Length ? entries[i].Change : null;
            if (i < entries.Length && change is null)
            {
                facts.Add(entries[i].Fact);
                continue;
            }

            if (facts.Count > 0 && !_isCrowd)
            {
                LiveMessages.Facts(into, after + i, facts);
                wrote = true;
            }

            facts.Clear();
            if (change is not null)
            {
                LiveMessages.Change(into, _isCrowd ? null : after + i + 1, change, entries[i].Fact.At);
                wrote = true;
            }
        }

        return wrote;
    }

    private bool WriteLevels(IBufferWriter<byte> into, long at)
    {
        if (_after == _levelsOf || time.GetElapsedTime(_levelsAt, at) < (_isCrowd ? BetweenLevelsOfCrowd : BetweenLevels))
        {
            return false;
        }

        var levels = log.ReadLevels(now);
        messages.Levels(into, levels, _isCrowd);
        (_levelsOf, _levelsAt) = (_after!.Value, at);
        return true;
    }
}
