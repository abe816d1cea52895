using System.Globalization;
using ActorCafe.OrderBook;
using ActorCafe.OrderBook.Tests.Fixtures;
using Npgsql;

namespace ActorCafe.Benchmarks.Book;

/// <summary>
/// Orders per second accepted and closed, each step on disk before its caller continues. N callers have one order each at a
/// time, like the customers waiting at a front's counter.
/// </summary>
internal static class BookBenchmark
{
    public const string Usage = "[--orders N] [--callers N,N,...] [--folder DIR] [--postgres CONNECTION]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (BookOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine($"usage: book {Usage}");
            return 2;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Orders:N0} orders each, on {Environment.ProcessorCount} cores, {Environment.OSVersion}"));
        Console.WriteLine();
        Console.WriteLine("| store | callers | orders/s | slowest tenth orders/s | orders per commit | p50 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await MeasureSqliteAsync(options);
        await MeasurePostgresAsync(options);
        return 0;
    }

    private static async Task MeasureSqliteAsync(BookOptions options)
    {
        var parent = Directory.CreateDirectory(options.Folder ?? Path.GetTempPath()).FullName;
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"cafe-bench-{Environment.ProcessId}")).FullName;
        try
        {
            foreach (var callers in options.Callers)
            {
                await MeasureAsync("SQLite", new(BookStore.Sqlite, $"Data Source={Path.Combine(folder, $"{callers}.db")}"), callers, options.Orders);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasurePostgresAsync(BookOptions options)
    {
        if (options.Postgres is null && PostgresServer.Programs is null)
        {
            Console.WriteLine("| PostgreSQL | not installed | | | | | |");
            return;
        }

        var server = options.Postgres is null ? await PostgresServer.StartAsync() : null;
        try
        {
            foreach (var callers in options.Callers)
            {
                var connection = options.Postgres ?? server!.Connection;
                var schema = $"bench_{callers}";
                await RecreateSchemaAsync(connection, schema);
                await MeasureAsync("PostgreSQL", new(BookStore.Postgres, $"{connection};Search Path={schema}"), callers, options.Orders);
            }
        }
        finally
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static async Task RecreateSchemaAsync(string connection, string schema)
    {
        await using var session = new NpgsqlConnection($"{connection};Pooling=False");
        await session.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}", session);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MeasureAsync(string store, BookSettings settings, int callers, int orders)
    {
        await using var book = DurableOrderBook.Create(settings);
        await book.OpenAsync(_ => { }, CancellationToken.None);
        var load = new BookLoad(book, callers);
        await load.RunAsync(orders / 10); // Warm-up: code compiled, files grown.
        var measured = await load.RunAsync(orders);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {store} | {callers} | {measured.PerSecond:N0} | {measured.SlowestTenthPerSecond:N0} | {measured.PerCommit:N1} | {measured.P50:N1} | {measured.P99:N1} |"));
    }
}
