using System.Collections.Concurrent;

namespace ActorCafe.OrderBook.Storage;

/// <summary>
/// Runs tasks on one thread of its own. Microsoft.Data.Sqlite is asynchronous in name only and blocks its thread while the disk
/// syncs: that must not be a thread of the pool.
/// </summary>
internal sealed class DedicatedThreadScheduler : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];

    public DedicatedThreadScheduler(string name)
    {
        var thread = new Thread(RunAll) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Ends the thread after the tasks already queued.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task) => _tasks.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void RunAll()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }

        _tasks.Dispose();
    }
}
