using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Storage;

/// <summary>An order book in an SQLite file.</summary>
internal sealed class SqliteBookDatabase : IBookDatabase
{
    // To lock the book, 50 ms apart.
    private const int MaxAttempts = 10;

    private readonly Lazy<DedicatedThreadScheduler> _scheduler = new(() => new DedicatedThreadScheduler("order book"));
    private readonly SqliteConnectionStringBuilder _settings;
    private readonly string _path;
    private volatile BookFile? _file;
    private string? _id;

    private SqliteBookDatabase(SqliteConnectionStringBuilder settings)
    {
        _settings = settings;
        // Not yet normalized: after a link, ".." leads elsewhere than its text says.
        _path = Path.Combine(Environment.CurrentDirectory, settings.DataSource);
        Name = Path.GetFullPath(_path);
    }

    public string Name { get; }

    public TaskScheduler WriterScheduler => _scheduler.Value;

    public static SqliteBookDatabase Create(string connection)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.DataSource))
            {
                throw Invalid("it names no file; write \"Data Source=book.db\"");
            }

            if (parts.DataSource.Contains(":memory:", StringComparison.Ordinal) || parts.Mode == SqliteOpenMode.Memory)
            {
                throw Invalid("an order book is kept on disk, not in memory");
            }

            if (parts.DataSource.StartsWith("file:", StringComparison.Ordinal))
            {
                throw Invalid("give the path of the file, not a URI");
            }

            // The time a customer may wait while another program writes to the book. The provider's 30 s is too long.
            if (!parts.ShouldSerialize("Default Timeout"))
            {
                parts.DefaultTimeout = 10;
            }

            // A shared cache has table locks that ignore the busy timeout.
            parts.Cache = SqliteCacheMode.Private;
            return new SqliteBookDatabase(parts);
        }
        catch (ArgumentException e)
        {
            throw Invalid(e.Message, e);
        }
    }

    public async Task<BookIdentity> IdentifyAsync(CancellationToken cancellation)
    {
        if (_id is not null)
        {
            return new BookIdentity(_id, IsHeldElsewhere: false, Notice: null);
        }

        try
        {
            using var file = BookFile.Claim(_path, Name, _settings);
            await using var connection = await ConnectAsync(file, cancellation);
            var notice = file.IsGone
                ? $"The order book {Name} is gone, though its lock file is still there: a new, empty one was begun."
                : null;
            return new BookIdentity(connection.Id, IsHeldElsewhere: false, notice);
        }
        catch (OrderBookHeldException)
        {
            return new BookIdentity(ReadIdOfHeld(), IsHeldElsewhere: true, Notice: null);
        }
    }

    public async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var isFirst = _file is null;
        var file = _file ??= await ClaimAsync(cancellation);
        try
        {
            var connection = await ConnectAsync(file, cancellation);
            _id = connection.Id;
            return connection;
        }
        catch when (isFirst)
        {
            Release();
            throw;
        }
    }

    public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var file = _file ?? throw new OrderBookException($"The order book {Name} is not open.");
            var order = Find(file, id);
            // Only now: a file that took the book's place in between would answer that the order is unknown.
            file.RequireInPlace();
            return order;
        },
        cancellation);

    public string Explain(Exception exception) => SqliteErrors.Explain(exception);

    public bool IsDataError(Exception exception) => SqliteErrors.IsDataError(exception);

    public ValueTask DisposeAsync()
    {
        Release();
        if (_scheduler.IsValueCreated)
        {
            _scheduler.Value.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static OrderBookException Invalid(string why, Exception? inner = null) =>
        new($"cafe.book.connection is not one for cafe.book.store = sqlite: {why}.", inner);

    // Another front may just be identifying the book, and then releases it in a moment.
    private async Task<BookFile> ClaimAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return BookFile.Claim(_path, Name, _settings);
            }
            catch (OrderBookHeldException) when (attempt < MaxAttempts)
            {
                await timer.WaitForNextTickAsync(cancellation);
            }
        }
    }

    private async Task<SqliteBookConnection> ConnectAsync(BookFile file, CancellationToken cancellation)
    {
        file.RequireInPlace();
        ClearReaders(file);
        // Not pooled: disposing it must release everything it holds on the file.
        var connection = new SqliteConnection(ConnectionString(file.Path, _settings.Mode, pooling: false));
        try
        {
            await connection.OpenAsync(cancellation);
            var id = SqliteSession.Prepare(connection, Name, isReadOnly: _settings.Mode == SqliteOpenMode.ReadOnly);
            if (_id is not null)
            {
                SqliteSession.Checkpoint(connection);
            }

            file.RequireInPlace();
            BookSchema.RequireSame(Name, _id, id);
            return new SqliteBookConnection(connection, file, id);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private BookedOrder? Find(BookFile file, string id)
    {
        file.RequireInPlace();
        using var connection = new SqliteConnection(ReaderConnection(file));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var rows = command.ExecuteReader();
        return rows.Read() ? BookRows.Read(rows) : null;
    }

    private string ReadIdOfHeld()
    {
        var path = RealPath.Of(_path);
        if (!File.Exists(path))
        {
            return BookSchema.RequireIdOfHeld(Name, version: null, id: null);
        }

        using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: false));
        connection.Open();
        return SqliteSession.ReadIdOfHeld(connection, Name);
    }

    private void Release()
    {
        if (_file is not { } file)
        {
            return;
        }

        _file = null;
        _id = null;
        ClearReaders(file);
        file.Dispose();
    }

    // Connections to a file that was in the book's place for a while must not read on.
    private void ClearReaders(BookFile file)
    {
        using var reader = new SqliteConnection(ReaderConnection(file));
        SqliteConnection.ClearPool(reader);
    }

    private string ReaderConnection(BookFile file) => ConnectionString(file.Path, SqliteOpenMode.ReadOnly, pooling: true);

    private string ConnectionString(string path, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder(_settings.ConnectionString) { DataSource = path, Mode = mode, Pooling = pooling }.ConnectionString;
}
