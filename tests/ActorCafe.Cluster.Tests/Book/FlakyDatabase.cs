using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Book.Stores;
using ActorCafe.Cluster.Book.Writing;

namespace ActorCafe.Cluster.Tests.Book;

/// <summary>A book in memory whose connection is lost when a test says so.</summary>
internal sealed class FlakyDatabase : IBookDatabase
{
    private readonly SortedDictionary<long, BookedOrder> _orders = [];

    /// <summary>Lose the connection at the next reading, before anything is written.</summary>
    public bool LoseBeforeWriting { get; set; }

    /// <summary>Lose the connection at the next commit: after it was done, but before it is said.</summary>
    public bool LoseTheAnswer { get; set; }

    public int Pens { get; private set; }

    public string Name => "flaky";

    public TaskScheduler WritersPlace => TaskScheduler.Default;

    public Task<IPen> OpenPenAsync(CancellationToken cancellation)
    {
        Pens++;
        return Task.FromResult<IPen>(new Pen(this));
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) =>
        Task.FromResult(_orders.Values.SingleOrDefault(order => order.Id == id));

    public string Explain(Exception exception) => exception.Message;

    public bool BlamesTheData(Exception exception) => false;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Pen(FlakyDatabase database) : IPen
    {
        private Draft? _draft;

        public Task<BookSums> SumUpAsync(CancellationToken cancellation) => Task.FromResult(new BookSums(
            BookTotals.None with { Accepted = database._orders.Count }, database._orders.Keys.LastOrDefault()));

        public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => Task.FromResult<List<BookedOrder>>([.. database._orders.Values]);

        public Task<List<BookedOrder>> ReadAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
        {
            if (!database.LoseBeforeWriting)
            {
                return Task.FromResult<List<BookedOrder>>([.. database._orders.Values.Where(order => ids.Contains(order.Id))]);
            }

            database.LoseBeforeWriting = false;
            throw new IOException("lost");
        }

        public Task WriteAsync(Draft draft)
        {
            _draft = draft;
            return Task.CompletedTask;
        }

        public Task CommitAsync()
        {
            foreach (var order in _draft!.Accepted)
            {
                database._orders.Add(order.Number, order);
            }

            if (!database.LoseTheAnswer)
            {
                return Task.CompletedTask;
            }

            database.LoseTheAnswer = false;
            throw new IOException("lost");
        }

        public Task<bool> RecoverAsync(Exception failure) => Task.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
