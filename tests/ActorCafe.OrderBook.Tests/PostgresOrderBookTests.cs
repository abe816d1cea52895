using ActorCafe.OrderBook.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Fixtures;
using Npgsql;

namespace ActorCafe.OrderBook.Tests;

/// <summary>The contract, in PostgreSQL.</summary>
[NeedsPostgres]
[Collection(PostgresCollection.Name)]
public sealed class PostgresOrderBookTests(PostgresFixture postgres) : OrderBookSpec
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<BookSettings> NewPlaceAsync() => postgres.NewPlaceAsync();

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await RunAsync(connection, sql);
    }

    protected override Task PoisonAsync(string drink) =>
        ExecuteAsync($"ALTER TABLE cafe_orders ADD CONSTRAINT poison CHECK (drink <> '{drink}')");

    protected override async Task<IAsyncDisposable> HoldWritesAsync()
    {
        var connection = await ConnectAsync();
        await RunAsync(connection, "BEGIN; LOCK TABLE cafe_orders IN SHARE ROW EXCLUSIVE MODE");
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection($"{Settings.Connection};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
