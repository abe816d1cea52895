using Npgsql;

namespace ActorCafe.OrderBook.Tests.Fixtures;

/// <summary>One server for all tests that need it. They run one at a time, so a test may kill it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;
    private int _places;

    internal PostgresServer Server => _server ?? throw new InvalidOperationException("PostgreSQL is not installed.");

    // xunit creates the fixture even if it skips every test.
    public async Task InitializeAsync()
    {
        if (PostgresServer.Programs is not null)
        {
            _server = await PostgresServer.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Creates an empty schema for a book.</summary>
    public async Task<BookSettings> NewPlaceAsync()
    {
        var schema = $"book_{++_places}";
        await using var connection = new NpgsqlConnection($"{Server.Connection};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        await command.ExecuteNonQueryAsync();
        return new BookSettings(BookStore.Postgres, $"{Server.Connection};Search Path={schema}");
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
