using ActorCafe.OrderBook.Storage;
using ActorCafe.OrderBook.Writing;

namespace ActorCafe.OrderBook.Tests.Writing;

/// <summary>A book in memory whose connection a test can break.</summary>
internal sealed class FlakyDatabase : IBookDatabase
{
    private readonly SortedDictionary<long, BookedOrder> _orders = [];

    /// <summary>Breaks the connection at the next read, before anything is written.</summary>
    public bool LoseBeforeWriting { get; set; }

    /// <summary>Breaks the connection at the next commit, after it took effect and before it is acknowledged.</summary>
    public bool LoseAcknowledgement { get; set; }

    public int Connections { get; private set; }

    public string Name => "flaky";

    public TaskScheduler WriterScheduler => TaskScheduler.Default;

    public Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        Connections++;
        return Task.FromResult<IBookConnection>(new Connection(this));
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) =>
        Task.FromResult(_orders.Values.SingleOrDefault(order => order.Id == id));

    public string Explain(Exception exception) => exception.Message;

    public bool IsDataError(Exception exception) => false;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Connection(FlakyDatabase database) : IBookConnection
    {
        private WriteBatch? _batch;

        public Task<BookSums> ReadSumsAsync(CancellationToken cancellation) => Task.FromResult(new BookSums(
            BookTotals.Empty with { Accepted = database._orders.Count }, database._orders.Keys.LastOrDefault()));

        public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => Task.FromResult<List<BookedOrder>>([.. database._orders.Values]);

        public Task<List<BookedOrder>> FindAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
        {
            if (!database.LoseBeforeWriting)
            {
                return Task.FromResult<List<BookedOrder>>([.. database._orders.Values.Where(order => ids.Contains(order.Id))]);
            }

            database.LoseBeforeWriting = false;
            throw new IOException("lost");
        }

        public Task WriteAsync(WriteBatch batch)
        {
            _batch = batch;
            return Task.CompletedTask;
        }

        public Task CommitAsync()
        {
            foreach (var order in _batch!.Accepted)
            {
                database._orders.Add(order.Number, order);
            }

            if (!database.LoseAcknowledgement)
            {
                return Task.CompletedTask;
            }

            database.LoseAcknowledgement = false;
            throw new IOException("lost");
        }

        public Task<bool> RecoverAsync(Exception failure) => Task.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
