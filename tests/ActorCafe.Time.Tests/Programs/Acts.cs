using Akka.Actor;
using Akka.Dispatch;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>What an actor can do when it receives a message. Actors are named by number, in the order in which they were created.</summary>
internal static class Acts
{
    public static Action<Player> Tell(int to, object message) => player => player.Stage[to].Tell(message);

    public static Action<Player> TellSelf(object message) => player => player.Self.Tell(message);

    public static Action<Player> Forward(int to, object message) => player => player.Stage[to].Forward(message);

    public static Action<Player> Select(int to, object message) => player => player.Context.ActorSelection(player.Stage[to].Path).Tell(message);

    public static Action<Player> Identify(int to) => Tell(to, new Identify(1));

    /// <summary>Tells more messages than a mailbox runs in a row.</summary>
    public static Action<Player> Flood(int to, int count) => player =>
    {
        for (var number = 1; number <= count; number++)
        {
            player.Stage[to].Tell(FormattableString.Invariant($"flood {number}"));
        }
    };

    public static Action<Player> Later(int to, double seconds, object message, int rank = 0) => player =>
        player.Stage.Kernel.Schedule(TimeSpan.FromSeconds(seconds), rank, player.Stage[to], message);

    public static Action<Player> LaterByAkka(int to, double seconds, object message) => player =>
        player.Context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(seconds), player.Stage[to], message, player.Self);

    public static Action<Player> StartTimer(string key, double seconds, object message) => player =>
        player.Timers?.StartSingleTimer(key, message, TimeSpan.FromSeconds(seconds));

    public static Action<Player> StartPeriodicTimer(string key, double seconds, object message) => player =>
        player.Timers?.StartPeriodicTimer(key, message, TimeSpan.FromSeconds(seconds));

    public static Action<Player> CancelTimer(string key) => player => player.Timers?.Cancel(key);

    public static Action<Player> Throw(Directive directive) => _ => throw new Fault(directive);

    public static Action<Player> Stop(int actor) => player => player.Context.Stop(player.Stage[actor]);

    public static Action<Player> StopSelf() => player => player.Context.Stop(player.Self);

    public static Action<Player> Watch(int actor) => player => player.Context.Watch(player.Stage[actor]);

    public static Action<Player> Unwatch(int actor) => player => player.Context.Unwatch(player.Stage[actor]);

    public static Action<Player> Create(ActorKind kind) => player => player.Create(kind);

    public static Action<Player> FailStarts(int count) => player => player.Stage.FailingStarts = count;

    public static Action<Player> Suspend(int actor) => player => ((IInternalActorRef)player.Stage[actor]).Suspend();

    public static Action<Player> Resume(int actor) => player => ((IInternalActorRef)player.Stage[actor]).Resume();

    public static Action<Player> Restart(int actor) => player => ((IInternalActorRef)player.Stage[actor]).Restart(new Fault(Directive.Restart));

    public static Action<Player> Become(string behaviour) => IfOrdinary(player => player.Context.Become(message => player.Receive(message, behaviour + " ")));

    public static Action<Player> BecomeStacked(string behaviour) =>
        IfOrdinary(player => player.Context.BecomeStacked(message => player.Receive(message, behaviour + " ")));

    public static Action<Player> Unbecome() => IfOrdinary(player => player.Context.UnbecomeStacked());

    /// <summary>Stashes the message, but not for a second time: one that also unstashes would come again for ever.</summary>
    public static Action<Player> StashIt() => player =>
    {
        if (player.Stash is { } stash && player.Stage.MayStash(((ActorCell)player.Context).CurrentMessage!))
        {
            stash.Stash();
        }
    };

    public static Action<Player> Unstash() => player => player.Stash?.UnstashAll();

    public static Action<Player> ReceiveTimeout(double? seconds) =>
        IfOrdinary(player => player.Context.SetReceiveTimeout(seconds is { } after ? TimeSpan.FromSeconds(after) : null));

    /// <summary>Goes on asynchronously, as handlers of <c>ReceiveAsync</c> do.</summary>
    public static Action<Player> Async(bool throws) => IfOrdinary(player => ActorTaskScheduler.RunTask(async () =>
    {
        player.Write("begins to wait");
        await Task.Yield();
        player.Write("goes on");
        if (throws)
        {
            throw new Fault(Directive.Restart);
        }
    }));

    private static Action<Player> IfOrdinary(Action<Player> act) => player =>
    {
        if (!player.IsDirect)
        {
            act(player);
        }
    };
}
