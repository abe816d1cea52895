using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Scheduler;
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

    /// <summary>Whether it runs actors itself, or leaves everything to Akka. Change it only before the kernel's actors are started.</summary>
    public bool IsEnabled { get; set => field = value && AkkaInternals.AreAsKnown; } = AkkaInternals.AreAsKnown;

    /// <summary>Adds a mailbox, or something else that Akka's dispatcher runs, to the run queue.</summary>
    public void Enqueue(IRunnable runnable) => _runQueue.Enqueue(runnable);

    /// <summary>Takes the first from the run queue; null if there is none.</summary>
    public IRunnable? Dequeue() => _runQueue.Dequeue();

    /// <summary>Runs what is in the run queue until it is empty.</summary>
    // Separate from the kernel's loop, which is entered only once: the JIT optimizes fully only what is called often.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RunAll()
    {
        while (_runQueue.Dequeue() is { } runnable)
        {
            if (IsEnabled && runnable is Mailbox mailbox)
            {
                Run(mailbox);
            }
            else
            {
                runnable.Run();
            }
        }
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
    public bool TryRun(IActorRef receiver, object message)
    {
        // Subclasses of these two treat messages in their own way; routers do, for instance.
        if (!IsEnabled || receiver.GetType() != typeof(LocalActorRef) || ((LocalActorRef)receiver).Cell is not { } cell || cell.GetType() != typeof(ActorCell))
        {
            return false;
        }

        if (!_runQueue.IsEmpty
            || cell.Dispatcher is not VirtualDispatcher dispatcher
            || !ReferenceEquals(dispatcher.Runner, this)
            || cell.SystemImpl.Settings.SerializeAllMessages
            || cell.Mailbox is not { MessageQueue: VirtualMessageQueue { HasMessages: false } queue } mailbox
            || AkkaInternals.Status(mailbox) != AkkaInternals.Idle
            || AkkaInternals.SystemMessages(mailbox) is not null)
        {
            return false;
        }

        AkkaInternals.Status(mailbox) = AkkaInternals.Scheduled;
        RunBatch(cell, mailbox, queue, new Envelope(message, ActorRefs.Nobody));
        return true;
    }

    private static void Run(Mailbox mailbox)
    {
        if (mailbox.MessageQueue is VirtualMessageQueue queue
            && AkkaInternals.Status(mailbox) == AkkaInternals.Scheduled
            && AkkaInternals.SystemMessages(mailbox) is null
            && queue.TryTake(out var first))
        {
            RunBatch(AkkaInternals.Cell(mailbox), mailbox, queue, first);
        }
        else
        {
            mailbox.Run();
        }
    }

    /// <summary>Runs a scheduled mailbox without system messages: the first message, and what follows until it is another mailbox's turn.</summary>
    private static void RunBatch(ActorCell cell, Mailbox mailbox, VirtualMessageQueue queue, Envelope envelope)
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = cell;
        ref var status = ref AkkaInternals.Status(mailbox);
        try
        {
            // Akka runs one message more than the throughput.
            var left = Math.Max(1, cell.Dispatcher.Throughput);
            do
            {
                Invoke(cell, envelope);
                if (AkkaInternals.SystemMessages(mailbox) is not null)
                {
                    AkkaInternals.ProcessAllSystemMessages(mailbox);
                }
            }
            while (left-- > 0 && status == AkkaInternals.Scheduled && queue.TryTake(out envelope));
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
            status &= ~AkkaInternals.Scheduled;
            if (queue.HasMessages || AkkaInternals.SystemMessages(mailbox) is not null)
            {
                AkkaInternals.RegisterForExecution(mailbox.Dispatcher, mailbox, hasMessageHint: false, hasSystemMessageHint: false);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Invoke(ActorCell cell, in Envelope envelope)
    {
        if (AkkaInternals.Actor(cell) is IDirectReceiver receiver && envelope.Message is not (IAutoReceivedMessage or IScheduledTellMsg))
        {
            InvokeDirectly(cell, receiver, envelope);
        }
        else
        {
            cell.Invoke(envelope);
        }
    }

    private static void InvokeDirectly(ActorCell cell, IDirectReceiver receiver, in Envelope envelope)
    {
        try
        {
            if (!ReferenceEquals(cell.Sender, envelope.Sender))
            {
                AkkaInternals.SetSender(cell, envelope.Sender);
            }

            receiver.ReceiveDirectly(envelope.Message);
        }
        catch (Exception cause)
        {
            // As Akka's Invoke does. The next incarnation is told of the message.
            AkkaInternals.SetCurrentMessage(cell, envelope.Message);
            AkkaInternals.HandleInvokeFailure(cell, cause, null);
        }
    }
}
