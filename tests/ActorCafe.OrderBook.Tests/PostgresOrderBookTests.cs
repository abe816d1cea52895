using System.Data.Common;
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

    protected override DbConnection NewConnection(BookSettings settings) => new NpgsqlConnection($"{settings.Connection};Pooling=False");

    protected override Task PoisonAsync(string drink) =>
        ExecuteAsync($"ALTER TABLE cafe_orders ADD CONSTRAINT poison CHECK (drink <> '{drink}')");

    protected override async Task<IAsyncDisposable> HoldWritesAsync()
    {
        var connection = NewConnection(Settings);
        await connection.OpenAsync();
        await Recount.QueryAsync(connection, "BEGIN; LOCK TABLE cafe_orders IN SHARE ROW EXCLUSIVE MODE");
        return connection;
    }
}
