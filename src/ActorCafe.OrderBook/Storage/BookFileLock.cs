namespace ActorCafe.OrderBook.Storage;

/// <summary>
/// Locks a book file for one process. SQLite itself would let two processes write in turn, and each would serve the other's
/// orders. The lock is held on a file beside the book and released when the process ends, however it ends. That file is never
/// deleted: deleting it would race with the next process to lock it.
/// </summary>
internal sealed class BookFileLock : IDisposable
{
    // EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private BookFileLock(FileStream file) => _file = file;

    public static BookFileLock Acquire(string book)
    {
        try
        {
            return new BookFileLock(new FileStream(book + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
        {
            throw new OrderBookException(
                $"The order book {book} is open in another process. A book belongs to one front at a time: stop the other, or set another cafe.book.connection.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
