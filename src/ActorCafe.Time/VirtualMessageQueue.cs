using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorCafe.Time;

/// <summary>
/// A ring buffer of messages, first in, first out. While the kernel runs, only its thread comes here, because the dispatcher holds back what other threads
/// send. So the queue is locked only before and after the run, where Akka's own would synchronize at every message.
/// </summary>
internal sealed class VirtualMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private readonly VirtualKernel _kernel;
    private readonly Lock _gate = new();
    private Place[] _ring = new Place[2];
    private int _first;
    private int _count;
    private ActorBase? _actor;
    private IDirectReceiver? _direct;

    internal VirtualMessageQueue(VirtualKernel kernel) => _kernel = kernel;

    /// <inheritdoc/>
    public bool HasMessages => _count > 0;

    /// <inheritdoc/>
    public int Count => _count;

    /// <summary>The cell of this queue's mailbox, once <see cref="ActorRunner"/> has found it to be plain.</summary>
    internal ActorCell? PlainCell { get; set; }

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (_kernel.IsRunning)
        {
            Append(envelope);
            return;
        }

        lock (_gate)
        {
            Append(envelope);
        }
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        if (_kernel.IsRunning)
        {
            return TryTake(out envelope);
        }

        lock (_gate)
        {
            return TryTake(out envelope);
        }
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        ArgumentNullException.ThrowIfNull(deadletters);
        while (TryDequeue(out var envelope))
        {
            deadletters.Enqueue(owner, envelope);
        }
    }

    /// <summary>The actor, if it receives messages directly. Remembered, because asking an object for an interface costs as much as the rest of a message's way.</summary>
    internal IDirectReceiver? DirectReceiverOf(ActorBase? actor)
    {
        if (!ReferenceEquals(actor, _actor))
        {
            (_actor, _direct) = (actor, actor as IDirectReceiver);
        }

        return _direct;
    }

    /// <summary>Adds a message without locking: the caller holds the lock, or is the kernel's thread during the run.</summary>
    internal void Append(in Envelope envelope)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        // The length is a power of two. A place keeps its last message: the next is often the same, and writing a reference costs more than comparing it.
        ref var place = ref _ring[(_first + _count) & (_ring.Length - 1)];
        if (!ReferenceEquals(place.Sender, envelope.Sender))
        {
            place.Sender = envelope.Sender;
        }

        if (!ReferenceEquals(place.Message, envelope.Message))
        {
            place.Message = envelope.Message;
        }

        _count++;
    }

    /// <summary>Takes the next message without locking, as <see cref="Append"/>; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake(out Envelope envelope)
    {
        if (_count == 0)
        {
            envelope = default;
            return false;
        }

        ref readonly var place = ref _ring[_first];
        envelope = new Envelope(place.Message, place.Sender);
        _first = (_first + 1) & (_ring.Length - 1);
        _count--;
        return true;
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
        public IActorRef Sender;
        public object Message;
    }
}
