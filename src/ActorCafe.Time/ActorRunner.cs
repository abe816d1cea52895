using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>
/// The run queue of a kernel, and how it runs actors: in the order and with the effects of Akka's <see cref="Mailbox.Run"/>, but without synchronization,
/// because during a run only the kernel's thread touches their mailboxes. Whatever is not plain (system messages, a suspended or closed mailbox, another kind
/// of queue) is left to Akka's own methods; and everything is, where Akka's internals are not as known.
/// </summary>
internal sealed class ActorRunner
{
    private readonly RunQueue _runQueue = new();
    private ActorCell? _noCell;

    /// <summary>Whether it runs actors itself, or leaves everything to Akka. Change it only before the kernel's actors are started.</summary>
    public bool IsEnabled { get; set => field = value && AkkaInternals.AreAsKnown; } = AkkaInternals.AreAsKnown;

    /// <summary>Adds a mailbox, or something else that Akka's dispatcher runs, to the run queue.</summary>
    public void Enqueue(IRunnable runnable) => _runQueue.Enqueue(runnable);

    /// <summary>Takes the first from the run queue; null if there is none.</summary>
    public IRunnable? Dequeue() => _runQueue.Dequeue();

    /// <summary>Where Akka keeps the cell of the actor that is running on the calling thread. A run reads the address once, because finding it costs more than writing to it.</summary>
    public ref ActorCell? Current => ref IsEnabled ? ref AkkaInternals.CurrentCell(null) : ref _noCell;

    /// <summary>Runs what is in the run queue until it is empty.</summary>
    // Separate from the kernel's loop, which is entered only once: the JIT optimizes fully only what is called often.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RunAll(ref ActorCell? current)
    {
        while (_runQueue.Dequeue() is { } runnable)
        {
            if (IsEnabled && runnable.GetType() == typeof(Mailbox))
            {
                Run((Mailbox)runnable, ref current);
            }
            else
            {
                runnable.Run();
            }
        }
    }

    /// <summary>Begins a run on the calling thread. Returns the cell of the actor in which that happens; null outside one.</summary>
    public static ActorCell? Enter()
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = null;
        return outer;
    }

    /// <summary>Ends a run. Ends the batch that an exception left, too, so that Akka's own path can go on with its mailbox.</summary>
    public void Leave(ActorCell? outer)
    {
        if (Current is { Mailbox: { MessageQueue: VirtualMessageQueue queue } mailbox })
        {
            EndBatch(mailbox, queue, ref Current);
        }

        InternalCurrentActorCellKeeper.Current = outer;
    }

    /// <summary>Enqueues a message and schedules its receiver. If this is left to Akka, returns false, and nothing has been done.</summary>
    public bool TryPost(ActorCell cell, in Envelope envelope)
    {
        if (!IsEnabled || cell.Mailbox is not { MessageQueue: VirtualMessageQueue queue } mailbox)
        {
            return false;
        }

        queue.Append(envelope);
        ref var status = ref AkkaInternals.Status(mailbox);
        if (status == AkkaInternals.Idle)
        {
            status = AkkaInternals.Scheduled;
            _runQueue.Enqueue(mailbox);
        }
        else if (status != AkkaInternals.Scheduled)
        {
            AkkaInternals.RegisterForExecution(cell.Dispatcher, mailbox, hasMessageHint: true, hasSystemMessageHint: false);
        }

        return true;
    }

    /// <summary>
    /// Runs an actor with a message without a sender, if the message would be the only one in the mailbox and the mailbox the only one in the run queue. If
    /// not, or if this is left to Akka, returns false, and nothing has been done.
    /// </summary>
    public bool TryRun(IActorRef receiver, object message, ref ActorCell? current)
    {
        // Subclasses treat messages in their own way; routers do, for instance.
        if (receiver.GetType() != typeof(LocalActorRef)
            || ((LocalActorRef)receiver).Cell is not { Mailbox: { MessageQueue: VirtualMessageQueue { HasMessages: false } queue } mailbox } cell
            || !(ReferenceEquals(queue.PlainCell, cell) || IsPlain(cell, queue))
            || !_runQueue.IsEmpty
            || AkkaInternals.Status(mailbox) != AkkaInternals.Idle
            || AkkaInternals.SystemMessages(mailbox) is not null)
        {
            return false;
        }

        AkkaInternals.Status(mailbox) = AkkaInternals.Scheduled;
        RunBatch(cell, mailbox, queue, new Envelope(message, ActorRefs.Nobody), ref current);
        return true;
    }

    /// <summary>Reads what <see cref="TryRun"/> reads of a receiver, and its actor. Returns whether that actor receives messages directly.</summary>
    // Not inlined: the JIT compiler would leave out reads that have no use.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Fetch(IActorRef? receiver) =>
        receiver is LocalActorRef { Cell: { Mailbox.MessageQueue: VirtualMessageQueue queue } cell }
        && ReferenceEquals(queue.PlainCell, cell)
        && AkkaInternals.Actor(cell) is IDirectReceiver;

    /// <summary>Whether a cell is one that this runner runs and that adds nothing to Akka's plain treatment of a message. Noted, because it does not change.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsPlain(ActorCell cell, VirtualMessageQueue queue)
    {
        var isPlain = IsEnabled && cell.GetType() == typeof(ActorCell) && cell.Dispatcher is VirtualDispatcher dispatcher && ReferenceEquals(dispatcher.Runner, this)
            && !cell.SystemImpl.Settings.SerializeAllMessages;
        queue.PlainCell = isPlain ? cell : null;
        return isPlain;
    }

    private static void Run(Mailbox mailbox, ref ActorCell? current)
    {
        if (mailbox.MessageQueue is VirtualMessageQueue queue
            && AkkaInternals.Status(mailbox) == AkkaInternals.Scheduled
            && AkkaInternals.SystemMessages(mailbox) is null
            && queue.TryTake(out var first))
        {
            RunBatch(AkkaInternals.Cell(mailbox), mailbox, queue, first, ref current);
        }
        else
        {
            mailbox.Run();
        }
    }

    /// <summary>Runs a scheduled mailbox without system messages: the first message, and what follows until it is another mailbox's turn.</summary>
    // Without a finally block, which would keep its variables in memory: see Leave.
    private static void RunBatch(ActorCell cell, Mailbox mailbox, VirtualMessageQueue queue, Envelope envelope, ref ActorCell? current)
    {
        current = cell;
        var done = 0;
        do
        {
            if (queue.DirectReceiverOf(AkkaInternals.Actor(cell)) is not { } receiver || !TryInvokeDirectly(cell, receiver, envelope.Message, envelope.Sender))
            {
                cell.Invoke(envelope);
            }

            if (AkkaInternals.SystemMessages(mailbox) is not null)
            {
                AkkaInternals.ProcessAllSystemMessages(mailbox);
            }
        }
        while (queue.HasMessages && GoesOn(++done, cell, mailbox) && queue.TryTake(out envelope));
        EndBatch(mailbox, queue, ref current);
    }

    private static void EndBatch(Mailbox mailbox, VirtualMessageQueue queue, ref ActorCell? current)
    {
        current = null;
        AkkaInternals.Status(mailbox) &= ~AkkaInternals.Scheduled;
        if (queue.HasMessages || AkkaInternals.SystemMessages(mailbox) is not null)
        {
            AkkaInternals.RegisterForExecution(mailbox.Dispatcher, mailbox, hasMessageHint: false, hasSystemMessageHint: false);
        }
    }

    /// <summary>Whether the batch goes on after this many messages. Akka runs one message more than the throughput.</summary>
    private static bool GoesOn(int done, ActorCell cell, Mailbox mailbox) =>
        done <= Math.Max(1, cell.Dispatcher.Throughput) && AkkaInternals.Status(mailbox) == AkkaInternals.Scheduled;

    private static bool TryInvokeDirectly(ActorCell cell, IDirectReceiver receiver, object message, IActorRef sender)
    {
        try
        {
            if (!ReferenceEquals(cell.Sender, sender))
            {
                AkkaInternals.SetSender(cell, sender);
            }

            return message is not Terminated && receiver.TryReceive(message);
        }
        catch (Exception cause)
        {
            // As Akka's Invoke does. The next incarnation is told of the message.
            AkkaInternals.SetCurrentMessage(cell, message);
            AkkaInternals.HandleInvokeFailure(cell, cause, null);
            return true;
        }
    }
}
