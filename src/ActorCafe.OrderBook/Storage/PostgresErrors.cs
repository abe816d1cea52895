using System.Net.Sockets;
using Npgsql;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Classifies and explains PostgreSQL's error codes.</summary>
internal static class PostgresErrors
{
    public static string Explain(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState switch
        {
            PostgresErrorCodes.DiskFull => "the database's disk is full",
            PostgresErrorCodes.ReadOnlySqlTransaction => "the database is read-only",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"the database refuses the user of cafe.book.connection ({e.MessageText})",
            PostgresErrorCodes.InvalidCatalogName => $"cafe.book.connection: {e.MessageText}",
            PostgresErrorCodes.InsufficientPrivilege => $"the user of cafe.book.connection may not: {e.MessageText}",
            _ => $"{e.MessageText} (SQLSTATE {e.SqlState})",
        },
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } e =>
            $"the connection to the database failed ({e.InnerException!.Message.TrimEnd('.')})",
        _ => exception.Message.TrimEnd('.'),
    };

    // SQLSTATE classes: 22 data exception, 23 constraint violation, 54 program limit exceeded (an index key too long).
    public static bool IsDataError(Exception exception) =>
        exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };
}
