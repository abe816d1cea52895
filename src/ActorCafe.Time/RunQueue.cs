using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>Mailboxes that have work to do, first in, first out, in a ring buffer. Not thread-safe.</summary>
internal sealed class RunQueue
{
    // A struct around the reference avoids the type check that an array of references makes on every write.
    private Place[] _ring = new Place[256];
    private int _first;
    private int _count;

    public bool IsEmpty => _count == 0;

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

    /// <summary>Takes the next mailbox; null if there is none.</summary>
    public IRunnable? Dequeue()
    {
        if (_count == 0)
        {
            return null;
        }

        // The reference that stays in the ring is to a mailbox of an actor that lives about as long as the kernel.
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
