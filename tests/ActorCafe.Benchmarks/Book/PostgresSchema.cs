using Npgsql;

namespace ActorCafe.Benchmarks.Book;

internal static class PostgresSchema
{
    public static async Task MakeAnewAsync(string connection, string schema)
    {
        await using var session = new NpgsqlConnection($"{connection};Pooling=False");
        await session.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}", session);
        await command.ExecuteNonQueryAsync();
    }
}
