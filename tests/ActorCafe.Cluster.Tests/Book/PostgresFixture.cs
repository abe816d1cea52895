using ActorCafe.Cluster.Settings;
using Npgsql;

namespace ActorCafe.Cluster.Tests.Book;

/// <summary>One server for all tests that need one; they run one after the other, so a test may kill it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;
    private int _places;

    internal PostgresServer Server => _server ?? throw new InvalidOperationException("PostgreSQL is not installed.");

    // Made even if every test is skipped.
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

    /// <summary>A schema of its own is a place of its own.</summary>
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
