using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Remoting.Serialization;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// Performs the service of one worker on a node other than the front: takes one order at a time from its worker's <see cref="Front.HostLink"/>, performs
/// the steps that its stage performs, and repeats the answer until it is acknowledged.
/// </summary>
/// <remarks>
/// <code>
/// free -Serve-> serving -(steps done)-> answering -ServedAcknowledged-> free
///          serving -(lease expired, or another assignment)-> free: the front has given the order to another
/// </code>
/// </remarks>
[Deployable]
internal sealed class WorkerHost : UntypedActor, IWithTimers
{
    /// <summary>Close: the node leaves, or the host moves to another.</summary>
    internal sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    private sealed record Announce
    {
        public static Announce Instance { get; } = new();
    }

    private sealed record AnswerDue
    {
        public static AnswerDue Instance { get; } = new();
    }

    private sealed record StepEnded(Assignment Assignment);

    private static readonly TimeSpan AnnounceAgain = TimeSpan.FromMilliseconds(500);

    private readonly HostEnvironment _node = HostEnvironment.Of(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly StageSettings _stage;
    private readonly string _name;
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private HostJob? _job;
    private Assignment _last;
    private IActorRef _front = ActorRefs.Nobody;

    /// <param name="stage">The name of the stage.</param>
    /// <param name="name">The host's own name; empty if it has none and announces itself to the pool that deployed it.</param>
    public WorkerHost(string stage, string name)
    {
        _stage = _node.Model.Settings.Stages.FirstOrDefault(known => known.Name == stage)
            ?? throw new InvalidOperationException($"This node's shop has no stage {stage}: every node is to read the same shop file.");
        _name = name;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(string stage, string name = "") => Akka.Actor.Props.Create(() => new WorkerHost(stage, name));

    protected override void PreStart()
    {
        if (_name.Length == 0)
        {
            Timers.StartPeriodicTimer(Announce.Instance, Announce.Instance, TimeSpan.Zero, AnnounceAgain);
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        if (_job is { Answer: null } job)
        {
            _log.Error(reason, "{Host} failed with order {OrderId} and gives it back", _name, job.Order);
            GiveBack(job, reason.Message);
        }

        base.PreRestart(reason, message);
    }

    protected override void PostStop()
    {
        if (_job is { Answer: null } job)
        {
            GiveBack(job, "the station closes");
        }
        else
        {
            _front.Tell(new HostMessage.Closed(_name), Self);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HostMessage.Serve serve:
                FoundByFront();
                Take(serve);
                break;
            case StepEnded ended when ended.Assignment == _job?.Assignment && _job.Answer is null:
                EndStep(_job);
                break;
            case StepEnded:
                break;
            case HostMessage.ServedAcknowledged acknowledged when acknowledged.Assignment == _job?.Assignment && _job.Answer is not null:
                Forget();
                break;
            case HostMessage.ServedAcknowledged:
                break;
            case HostMessage.Locate:
                FoundByFront();
                Sender.Tell(new HostMessage.Located(_name, Self.Path.Uid, _job?.Assignment), Self);
                break;
            case AnswerDue:
                SendAnswer();
                break;
            case Announce:
                Context.Parent.Tell(new HostMessage.Located(_name, Self.Path.Uid, null), Self);
                break;
            case Close:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Take(HostMessage.Serve serve)
    {
        if (_job is { } job && job.Assignment == serve.Assignment)
        {
            job.Front = Sender;
            job.RenewedAt = _node.Wall.GetTimestamp();
            Sender.Tell(job.Answer ?? (object)new HostMessage.Taken(serve.Assignment), Self);
            return;
        }

        // Sent before something that arrived here first, and answered or given up since.
        if (serve.Assignment.Front == _last.Front && serve.Assignment.Number <= _last.Number)
        {
            return;
        }

        if (serve.NextStep < 0 || _node.Model.Settings.Menu.FirstOrDefault(known => known.Name == serve.Drink) is not { } drink
            || serve.NextStep >= drink.Recipe.Length || drink.Recipe[serve.NextStep].Stage != _stage.Index)
        {
            Sender.Tell(new HostMessage.GivenBack(serve.Assignment, $"this node's shop has no step {serve.NextStep + 1} of {serve.Drink} at {_stage.Name}"), Self);
            return;
        }

        // The front has given an order that is still in service to another, or has forgotten it by restarting.
        _job?.Abandon("another order took its place");
        Timers.Cancel(AnswerDue.Instance);
        _job = new HostJob(serve, _node.Model.Recipes[drink.Index], _node.Clock.Now)
        {
            Front = Sender,
            RenewedAt = _node.Wall.GetTimestamp(),
            Trace = VisitTrace.Begin(serve, _stage.Name, _name),
        };
        _last = serve.Assignment;
        Sender.Tell(new HostMessage.Taken(serve.Assignment), Self);
        BeginStep(_job);
    }

    private void BeginStep(HostJob job)
    {
        _log.Debug("{Host} begins to {Step} order {OrderId} at {ShopTime}", _name.Length == 0 ? _stage.Name : _name, job.Step.Name, job.Order, _node.Clock.Now);
        _node.Clock.Schedule(job.ServiceTime, job.Order, Self, new StepEnded(job.Assignment));
    }

    private void EndStep(HostJob job)
    {
        if (job.Advance(_stage))
        {
            BeginStep(job);
        }
        else if (_node.Wall.GetElapsedTime(job.RenewedAt) > job.Lease)
        {
            // A node that was frozen, or cut off, must not brew what belongs to another by now.
            GiveBack(job, "the lease ran out");
        }
        else
        {
            job.Complete(_node.Clock.Now);
            _backoff.Reset();
            SendAnswer();
        }
    }

    private void SendAnswer()
    {
        if (_job?.Answer is { } answer)
        {
            _job.Front.Tell(answer, Self);
            Timers.StartSingleTimer(AnswerDue.Instance, AnswerDue.Instance, _backoff.Next());
        }
    }

    private void GiveBack(HostJob job, string reason)
    {
        job.Abandon(reason);
        job.Front.Tell(new HostMessage.GivenBack(job.Assignment, reason), Self);
        Forget();
    }

    private void Forget()
    {
        Timers.Cancel(AnswerDue.Instance);
        _job = null;
    }

    private void FoundByFront()
    {
        _front = Sender;
        Timers.Cancel(Announce.Instance);
    }
}
