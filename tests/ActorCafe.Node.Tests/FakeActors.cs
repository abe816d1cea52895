using ActorCafe.Cluster.Front;

namespace ActorCafe.Node.Tests;

/// <summary>Actors of a node, controlled by the test.</summary>
internal sealed class FakeActors : INodeActors
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => "akka.tcp://actorcafe@127.0.0.1:4053";

    public string? Obstacle { get; set; }

    public ICafeFront? Front { get; set; } = new FakeFront();

    public string? StandsByFor { get; set; }

    public Task Opened => OnOpened.Task;

    public TaskCompletionSource OnOpened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => _ended.Task;

    public string? SeedNodes { get; set; }

    /// <summary>Who is told what happens at the front; null: nobody.</summary>
    public IFrontWatcher? Watcher { get; set; }

    public Func<CancellationToken, Task> OnStart { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> OnStop { get; set; } = _ => Task.CompletedTask;

    public bool IsStopped { get; private set; }

    public Task StartAsync(CancellationToken cancellation) => OnStart(cancellation);

    public Task StopAsync(CancellationToken cancellation)
    {
        IsStopped = true;
        return OnStop(cancellation);
    }

    public void End() => _ended.TrySetResult();
}
