using System.Threading.Channels;
using Akka.Actor;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>Assigns the tasks of a sweep to the workers of a cluster, as its <see cref="SweepSchedule"/> decides, and publishes the results.</summary>
internal sealed class SweepCoordinator : ReceiveActor, IWithTimers
{
    /// <summary>A node that may have a worker is a reachable member.</summary>
    public sealed record NodeJoined(Address Node);

    /// <summary>A node has left, is leaving, or is unreachable.</summary>
    public sealed record NodeLost(Address Node);

    /// <summary>Publishes the finished points and ends.</summary>
    public sealed record StopEarly
    {
        public static StopEarly Instance { get; } = new();
    }

    /// <summary>To itself: time to poll the workers.</summary>
    public sealed record PollDue
    {
        public static PollDue Instance { get; } = new();
    }

    // An existing worker answers the first poll.
    private const int PollsBeforeNotice = 3;

    private readonly Func<Address, ICanTell> _workerAt;
    private readonly ChannelWriter<SweepEvent> _events;
    private readonly TimeSpan _pollInterval;
    private readonly SweepSchedule _schedule;
    private readonly Dictionary<Address, IActorRef> _workers = [];
    private readonly HashSet<Address> _otherBuilds = [];
    private int _round;
    private int _pollsWithoutWorkers;

    public SweepCoordinator(SweepJob job, Func<Address, ICanTell> workerAt, ChannelWriter<SweepEvent> events, TimeSpan pollInterval)
    {
        _workerAt = workerAt;
        _events = events;
        _pollInterval = pollInterval;
        _schedule = new SweepSchedule(job);
        Receive<NodeJoined>(OnNodeJoined);
        Receive<NodeLost>(OnNodeLost);
        Receive<PollDue>(OnPollDue);
        Receive<StopEarly>(_ => Context.Stop(Self));
        Receive<SweepMessage.CapacityReport>(OnReport);
        Receive<SweepMessage.ReplicationCompleted>(completed => Continue(_schedule.Complete(Sender.Path.Address, completed)));
        Receive<SweepMessage.ReplicationFailed>(failed => Continue(_schedule.Fail(Sender.Path.Address, failed)));
        Receive<Terminated>(OnTerminated);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="job">The points to run.</param>
    /// <param name="workerAt">Finds the worker of a node.</param>
    /// <param name="events">Receives the progress; completed at the end.</param>
    /// <param name="pollInterval">How often the workers are polled.</param>
    public static Props Props(SweepJob job, Func<Address, ICanTell> workerAt, ChannelWriter<SweepEvent> events, TimeSpan pollInterval) =>
        Akka.Actor.Props.Create(() => new SweepCoordinator(job, workerAt, events, pollInterval));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(PollDue.Instance, PollDue.Instance, _pollInterval);
        StopIfOver();
    }

    // Also runs when the whole actor system ends because the cluster downed this member.
    protected override void PostStop()
    {
        Publish(new SweepEvent.Ended(_schedule.Summary, _schedule.IsOver));
        _events.TryComplete();
    }

    private void OnNodeJoined(NodeJoined joined)
    {
        _schedule.Join(joined.Node);
        Poll(joined.Node);
    }

    private void OnNodeLost(NodeLost lost)
    {
        _schedule.Lose(lost.Node);
        Assign();
    }

    private void OnPollDue(PollDue due)
    {
        _round++;
        foreach (var node in _schedule.Reachable)
        {
            Poll(node);
        }

        _pollsWithoutWorkers = _schedule.HasWorkers ? 0 : _pollsWithoutWorkers + 1;
        if (_pollsWithoutWorkers == PollsBeforeNotice)
        {
            Publish(new SweepEvent.Noticed("no node works for this sweep at the moment; it waits for a grinder or machine node that may (cafe.cluster.sweep.parallel)"));
        }
    }

    private void OnReport(SweepMessage.CapacityReport report)
    {
        var node = Sender.Path.Address;
        if (!_schedule.IsReachable(node))
        {
            return;
        }

        if (report.Build != SweepBuild.Current)
        {
            if (_otherBuilds.Add(node))
            {
                Publish(new SweepEvent.Noticed($"{SweepShare.NameOf(node)} gets no tasks: it runs {report.Build}, this sweep {SweepBuild.Current}, so its numbers might differ"));
            }

            return;
        }

        if (!Sender.Equals(_workers.GetValueOrDefault(node)))
        {
            _workers[node] = Context.Watch(Sender);
            _schedule.StartWorker(node);
        }

        _schedule.Report(node, report.Parallel, report.Round, report.Unfinished);
        _pollsWithoutWorkers = _schedule.HasWorkers ? 0 : _pollsWithoutWorkers;
        Assign();
    }

    private void OnTerminated(Terminated terminated)
    {
        // The same node may already have a new worker.
        var node = terminated.ActorRef.Path.Address;
        if (terminated.ActorRef.Equals(_workers.GetValueOrDefault(node)))
        {
            _workers.Remove(node);
            _schedule.EndWorker(node);
            Assign();
        }
    }

    private void Continue(SweepEvent? outcome)
    {
        if (outcome is not null)
        {
            Publish(outcome);
        }

        Publish(new SweepEvent.Progressed(_schedule.Share));
        Assign();
        StopIfOver();
    }

    private void Poll(Address node) => _workerAt(node).Tell(new SweepMessage.PollCapacity(_round), Self);

    private void Assign()
    {
        while (_schedule.Assign(_round) is { } next)
        {
            _workers[next.Node].Tell(next.Task);
        }
    }

    private void StopIfOver()
    {
        if (_schedule.IsOver)
        {
            Context.Stop(Self);
        }
    }

    private void Publish(SweepEvent published) => _events.TryWrite(published);
}
