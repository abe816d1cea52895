using Akka.Actor;
using Akka.Actor.Dsl;
using Akka.Configuration;

namespace ActorCafe.Time.Tests;

/// <summary>An actor system in virtual time.</summary>
internal sealed class VirtualTimeSystem : IAsyncDisposable
{
    public const string Dispatcher = "virtual-dispatcher";

    private IActorRef _root = ActorRefs.Nobody;

    /// <param name="runsActorsItself">Whether the kernel runs the actors itself, or Akka's mailboxes do.</param>
    public VirtualTimeSystem(bool runsActorsItself = true) => Kernel.Runner.IsEnabled = runsActorsItself;

    public ActorSystem System { get; } = ActorSystem.Create("virtual", ConfigurationFactory.ParseString($$"""
        akka.loglevel = off
        akka.stdout-loglevel = off
        akka.log-dead-letters = off
        akka.scheduler.implementation = "ActorCafe.Time.VirtualScheduler, ActorCafe.Time"
        {{Dispatcher}} { type = "ActorCafe.Time.VirtualDispatcherConfigurator, ActorCafe.Time", mailbox-type = "ActorCafe.Time.VirtualMailbox, ActorCafe.Time" }
        """));

    public VirtualKernel Kernel => ((VirtualScheduler)System.Scheduler).Kernel;

    public async ValueTask DisposeAsync() => await System.Terminate();

    /// <summary>Starts an actor that runs on the kernel.</summary>
    public void Start(Action<IActorDsl> actor) => _root = System.ActorOf(Props.Create(() => new Act(actor)).WithDispatcher(Dispatcher));

    /// <summary>Runs the kernel on the calling thread.</summary>
    public bool Run()
    {
        // Awaiting inside an actor would otherwise go on where the test runner's context says, which is another thread.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Kernel.Run(_root);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
