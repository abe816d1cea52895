using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Remoting.Serialization;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// Performs the service of one remote worker. It takes one order at a time from the worker's <see cref="Front.HostLink"/>, performs the steps of its stage,
/// and repeats the answer until it is acknowledged.
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
    private sealed record StepEnded(Assignment Assignment);

    private enum Due
    {
        Announcement,
        Answer,
    }

    private static readonly TimeSpan AnnounceAgain = TimeSpan.FromMilliseconds(500);

    private readonly HostEnvironment _node = HostEnvironment.Of(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly StageSettings _stage;
    private readonly string _name;
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private HostJob? _job;
    private Assignment _last;
    private IActorRef _front = ActorRefs.Nobody;

    /// <param name="name">The host's name; empty: it has none and announces itself to the pool that deployed it.</param>
    public WorkerHost(string stage, string name)
    {
        _stage = _node.Model.Settings.Stages.FirstOrDefault(known => known.Name == stage)
            ?? throw new InvalidOperationException($"This node's shop has no stage {stage}: all nodes must read the same shop file.");
        _name = name;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(string stage, string name = "") => Akka.Actor.Props.Create(() => new WorkerHost(stage, name));

    protected override void PreStart()
    {
        if (_name.Length == 0)
        {
            Timers.StartPeriodicTimer(Due.Announcement, Due.Announcement, TimeSpan.Zero, AnnounceAgain);
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
            case HostMessage.ServedAcknowledged acknowledged when acknowledged.Assignment == _job?.Assignment && _job.Answer is not null:
                Forget();
                break;
            case StepEnded or HostMessage.ServedAcknowledged:
                break; // Belongs to an earlier assignment.
            case HostMessage.Locate:
                FoundByFront();
                Sender.Tell(new HostMessage.Located(_name, Self.Path.Uid, _job?.Assignment), Self);
                break;
            case Due.Answer:
                SendAnswer();
                break;
            case Due.Announcement:
                Context.Parent.Tell(new HostMessage.Located(_name, Self.Path.Uid, null), Self);
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
            job.Renew(Sender);
            Sender.Tell(job.Answer ?? (object)new HostMessage.Taken(serve.Assignment), Self);
            return;
        }

        // Already answered or given back. If that message was lost, the front repeats this one until it is answered.
        if (serve.Assignment.Front == _last.Front && serve.Assignment.Number <= _last.Number)
        {
            Sender.Tell(new HostMessage.GivenBack(serve.Assignment, "it was given back before"), Self);
            return;
        }

        if (HostJob.RecipeFor(serve, _node.Model, _stage) is not { } recipe)
        {
            Sender.Tell(new HostMessage.GivenBack(serve.Assignment, $"this node's shop has no step {serve.NextStep + 1} of {serve.Drink} at {_stage.Name}"), Self);
            return;
        }

        // If an order is still in service, the front has reassigned it, or has restarted and no longer knows it.
        _job?.Abandon("another order took its place");
        Timers.Cancel(Due.Answer);
        _job = new HostJob(serve, recipe, _node.Clock.Now, Sender, _node.Wall, VisitTrace.Begin(serve, _stage.Name, _name));
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
        else if (job.IsExpired)
        {
            // A node that was frozen or cut off must not serve an order that another worker may have.
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
            Timers.StartSingleTimer(Due.Answer, Due.Answer, _backoff.Next());
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
        Timers.Cancel(Due.Answer);
        _job = null;
    }

    private void FoundByFront()
    {
        _front = Sender;
        Timers.Cancel(Due.Announcement);
    }
}
