using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Classifies and explains SQLite's result codes.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;

    public static string Explain(Exception exception) => exception switch
    {
        SqliteException e => e.SqliteErrorCode switch
        {
            Busy or Locked => "another program is writing in it",
            ReadOnly => "it is read-only",
            IoError => $"the disk failed (SQLite error {e.SqliteExtendedErrorCode})",
            Corrupt => "its file is damaged",
            Full => "the disk is full",
            CannotOpen => "its file cannot be opened or made: is the folder writable?",
            NotADatabase => "its file is not an SQLite database",
            _ => e.Message.TrimEnd('.'),
        },
        _ => exception.Message.TrimEnd('.'),
    };

    public static bool IsDataError(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch };

    /// <summary>Whether the connection is usable after a rollback. After an I/O error it is not: what reached the disk is unknown.</summary>
    public static bool KeepsConnectionUsable(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Full or TooBig or Constraint or Mismatch };
}
