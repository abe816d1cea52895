namespace ActorCafe.OrderBook.Storage;

/// <summary>
/// Locks a book file for one process. SQLite itself would let two processes write in turn, and each would serve the other's
/// orders. The lock is held on a file beside the book and released when the process ends, however it ends. That file stays: it
/// shows that there was a book.
/// </summary>
internal sealed class BookFileLock : IDisposable
{
    // EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private const int MaxAttempts = 5;

    private readonly FileStream _file;

    private BookFileLock(FileStream file, bool isNew)
    {
        _file = file;
        IsNew = isNew;
    }

    /// <summary>Whether there was no lock file before.</summary>
    public bool IsNew { get; }

    /// <exception cref="OrderBookHeldException">Another process has the book.</exception>
    public static BookFileLock Acquire(string book)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isNew = !File.Exists(book + ".lock");
            FileStream file;
            try
            {
                file = new FileStream(book + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
            {
                throw BookSchema.Held(book, e);
            }

            // Undone by its holder after it was opened here: a lock on a deleted file excludes nobody. A file that is still found
            // like that was not deleted, because its holder was killed just then.
            if (file.Length != 0 && attempt < MaxAttempts)
            {
                file.Dispose();
                continue;
            }

            file.SetLength(0);
            return new BookFileLock(file, isNew);
        }
    }

    /// <summary>Releases the lock and deletes its file, as if it had never been there.</summary>
    public void Undo()
    {
        var path = _file.Name;
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there, so neither can one that another process has locked by now.
            _file.Dispose();
            DeleteIfPossible(path);
            return;
        }

        // Whoever opens the file before it is deleted and locks it afterwards sees by its length that it is deleted. The length
        // needs no room on a full disk.
        _file.SetLength(1);
        DeleteIfPossible(path);
        _file.Dispose();
    }

    public void Dispose() => _file.Dispose();

    private static void DeleteIfPossible(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, as after every other start.
        }
    }
}
