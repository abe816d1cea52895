using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>Mailboxes that have something to do, first in, first out: a ring. Not thread-safe.</summary>
internal sealed class RunQueue
{
    // Wrapped: an array of references checks at every write that what is written is of the array's own kind.
    private Place[] _ring = new Place[256];
    private int _first;
    private int _count;

    public void Enqueue(IRunnable mailbox)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        // The length is a power of two.
        _ring[(_first + _count) & (_ring.Length - 1)].Mailbox = mailbox;
        _count++;
    }

    /// <summary>The next mailbox; null: there is none.</summary>
    public IRunnable? Dequeue()
    {
        if (_count == 0)
        {
            return null;
        }

        // What stays behind in the ring is a mailbox of an actor that lives as long as the kernel, or little less.
        var mailbox = _ring[_first].Mailbox;
        _first = (_first + 1) & (_ring.Length - 1);
        _count--;
        return mailbox;
    }

    private void Grow()
    {
        var ring = new Place[_ring.Length * 2];
        for (var at = 0; at < _count; at++)
        {
            ring[at] = _ring[(_first + at) & (_ring.Length - 1)];
        }

        (_ring, _first) = (ring, 0);
    }

    private struct Place
    {
        public IRunnable Mailbox;
    }
}
