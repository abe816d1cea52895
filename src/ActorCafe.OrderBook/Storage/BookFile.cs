using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorCafe.OrderBook.Storage;

/// <summary>A book file that belongs to this process. Disposing it releases the file to others.</summary>
internal sealed class BookFile : IDisposable
{
    private const int HasMovedOperation = 20;

    // Keeps the file open, whatever becomes of its name, and so tells it from any other that takes its place.
    private readonly SqliteConnection _anchor;
    private readonly BookFileLock _lock;
    private readonly string _name;
    private readonly bool _isReadOnly;

    private BookFile(string path, string name, BookFileLock @lock, SqliteConnection anchor, bool isReadOnly, bool isGone)
    {
        Path = path;
        _name = name;
        _lock = @lock;
        _anchor = anchor;
        _isReadOnly = isReadOnly;
        IsGone = isGone;
    }

    /// <summary>The file itself, not a link to it.</summary>
    public string Path { get; }

    /// <summary>Whether there was a lock file when this process took the book, and no book.</summary>
    public bool IsGone { get; }

    private bool HasMoved
    {
        get
        {
            var moved = 0;
            // Zero on Windows, which does not know the question: an open book cannot be moved or deleted there.
            _ = FileControl(_anchor.Handle!, "main", HasMovedOperation, ref moved);
            return moved != 0;
        }
    }

    /// <summary>Takes a book for this process, whether or not the file exists.</summary>
    /// <exception cref="OrderBookHeldException">Another process has the book.</exception>
    public static BookFile Claim(string link, string name, SqliteConnectionStringBuilder connection)
    {
        var path = RealPath.Of(link);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var @lock = BookFileLock.Acquire(path);
        var isMissing = IsMissing(path);
        var anchor = new SqliteConnection(new SqliteConnectionStringBuilder(connection.ConnectionString) { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            anchor.Open();
            return new BookFile(path, name, @lock, anchor, connection.Mode == SqliteOpenMode.ReadOnly, isMissing && !@lock.IsNew);
        }
        catch
        {
            anchor.Dispose();
            Release(@lock, path);
            throw;
        }
    }

    /// <exception cref="OrderBookException">The file is not in its place.</exception>
    public void RequireInPlace()
    {
        if (HasMoved)
        {
            throw new OrderBookException(
                $"The order book {_name} was moved or deleted while open, so no order is accepted: put it back, or stop the front and remove {_name}-wal and {_name}-shm before it starts with another book.");
        }
    }

    /// <summary>Whether the write-ahead log and its index are still in their place.</summary>
    /// <param name="isWritten">Whether anything was written to the log: if it is empty, another one has taken its place.</param>
    public bool HasLog(bool isWritten)
    {
        var log = new FileInfo(Path + "-wal");
        return _isReadOnly || (File.Exists(Path + "-shm") && log.Exists && (log.Length > 0 || !isWritten));
    }

    public void Dispose()
    {
        _anchor.Dispose();
        Release(_lock, Path);
    }

    // Without a book, a new lock file would tell the next front that there was one.
    private static void Release(BookFileLock @lock, string path)
    {
        if (@lock.IsNew && IsMissing(path))
        {
            @lock.Undo();
        }
        else
        {
            @lock.Dispose();
        }
    }

    // SQLite creates an empty file when it connects.
    private static bool IsMissing(string path) => new FileInfo(path) is { Exists: false } or { Length: 0 };

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(sqlite3 connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string database, int operation, ref int answer);
}
