using System.Collections.Concurrent;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>
/// A place to run with one thread of its own. Microsoft.Data.Sqlite is asynchronous in name only: it holds its thread while the
/// disk syncs. Here that is a thread nobody else waits for.
/// </summary>
internal sealed class OneThread : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];

    public OneThread(string name)
    {
        var thread = new Thread(RunAll) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Lets the thread end when all that has been queued is done.</summary>
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
