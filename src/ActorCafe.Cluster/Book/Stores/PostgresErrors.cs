using System.Net.Sockets;
using Npgsql;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>What PostgreSQL's error codes mean for a book.</summary>
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

    // Classes: 22 data, 23 constraints, 54 a limit of the program (a key too long).
    public static bool BlamesTheData(Exception exception) =>
        exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };
}
