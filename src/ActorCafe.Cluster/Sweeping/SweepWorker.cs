using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorCafe.Cluster.Wire;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Runs tasks of sweeps on a node, a limited number at once, on threads that are not the actors'. Further tasks wait. Tasks of a sweep that
/// has ended are dropped.
/// </summary>
internal sealed class SweepWorker : ReceiveActor
{
    /// <summary>The actor's name. Nodes of other versions look it up by this path, so it never changes.</summary>
    public const string Name = "sweep-helper";

    // A sweep that lost a node and found it again may assign new tasks while the earlier ones still run.
    private const int MaxTasksPerParallel = 4;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly int _parallel;
    private readonly ReplicationRunner _runner;
    private readonly List<Run> _unfinished = [];
    private readonly Queue<Run> _waiting = [];
    private int _running;

    public SweepWorker(int parallel, ReplicationRunner runner, Func<Address, bool> isSweep)
    {
        _parallel = parallel;
        _runner = runner;
        Receive<SweepMessage>(_ => !isSweep(Sender.Path.Address), _ => _log.Warning("{Sender} is no sweep of this cluster: its message was dropped", Sender));
        Receive<SweepMessage.PollCapacity>(poll => Sender.Tell(new SweepMessage.CapacityReport(
            poll.Round, _parallel, SweepBuild.Current, [.. UnfinishedOf(Sender).Select(run => run.Task.TaskId)])));
        Receive<SweepMessage.RunReplication>(Accept);
        Receive<RunEnded>(Answer);
        Receive<Terminated>(gone => Drop(run => run.Sweep.Equals(gone.ActorRef)));
    }

    /// <param name="parallel">How many tasks it runs at once; 0: none.</param>
    /// <param name="runner">Runs one task.</param>
    /// <param name="isSweep">Whether the member of this address is a sweep.</param>
    public static Props Props(int parallel, ReplicationRunner runner, Func<Address, bool> isSweep) =>
        Akka.Actor.Props.Create(() => new SweepWorker(parallel, runner, isSweep));

    // The node is closing or the actor restarts: the running tasks are no longer needed.
    protected override void PostStop() => Drop(_ => true);

    private void Accept(SweepMessage.RunReplication task)
    {
        var unfinished = UnfinishedOf(Sender).ToArray();
        if (unfinished.Any(run => run.Task.TaskId == task.TaskId))
        {
            return;
        }

        if (unfinished.Length >= _parallel * MaxTasksPerParallel)
        {
            _log.Warning("A sweep gave this node more than {Most} pieces at once: one was dropped", _parallel * MaxTasksPerParallel);
            return;
        }

        var accepted = new Run(Sender, task, new CancellationTokenSource());
        Context.Watch(Sender);
        _unfinished.Add(accepted);
        _waiting.Enqueue(accepted);
        StartWaiting();
    }

    private void StartWaiting()
    {
        while (_running < _parallel && _waiting.TryDequeue(out var run))
        {
            if (_unfinished.Contains(run))
            {
                _running++;
                RunAsync(run, _runner).PipeTo(Self);
            }
        }
    }

    private void Answer(RunEnded ended)
    {
        _running--;
        if (_unfinished.Remove(ended.Run) && ended.Answer is { } answer)
        {
            ended.Run.Sweep.Tell(answer);
        }

        ended.Run.Cancellation.Dispose();
        StartWaiting();
    }

    private void Drop(Predicate<Run> isUnwanted)
    {
        foreach (var run in _unfinished.FindAll(isUnwanted))
        {
            run.Cancellation.Cancel();
            _unfinished.Remove(run);
        }
    }

    private IEnumerable<Run> UnfinishedOf(IActorRef sweep) => _unfinished.Where(run => run.Sweep.Equals(sweep));

    private static Task<RunEnded> RunAsync(Run run, ReplicationRunner runner) => Task.Run(async () =>
    {
        try
        {
            var result = await runner(run.Task.Shop, run.Task.Replication, run.Cancellation.Token).ConfigureAwait(false);
            // The result of a run that was stopped early is not the result of this task.
            return new RunEnded(run, result.Interrupted ? null : Answer(run.Task, result));
        }
        catch (Exception failure)
        {
            return new RunEnded(run, new SweepMessage.ReplicationFailed(
                run.Task.TaskId, failure is ShopFailedException ? failure.Message : $"something unforeseen went wrong: {failure.Message}"));
        }
    });

    private static SweepMessage Answer(SweepMessage.RunReplication task, ShopResult result)
    {
        var bytes = ResultBytes.Write(result);
        return bytes.Length + WireLimits.MaxName <= WireLimits.MaxSweepBytes
            ? new SweepMessage.ReplicationCompleted(task.TaskId, ImmutableCollectionsMarshal.AsImmutableArray(bytes))
            : new SweepMessage.ReplicationFailed(task.TaskId, $"its result has {bytes.Length} bytes, more than can be sent ({WireLimits.MaxSweepBytes})");
    }

    /// <summary>An accepted task that is not answered yet.</summary>
    private sealed record Run(IActorRef Sweep, SweepMessage.RunReplication Task, CancellationTokenSource Cancellation);

    private sealed record RunEnded(Run Run, SweepMessage? Answer);
}

/// <summary>Runs one replication of a shop.</summary>
/// <param name="shop">The shop.</param>
/// <param name="replication">The replication, from 1.</param>
/// <param name="cancellation">Stops it early; the result is then marked as interrupted.</param>
internal delegate Task<ShopResult> ReplicationRunner(ShopText shop, int replication, CancellationToken cancellation);
