namespace ActorCafe.Cluster.Book.Stores;

/// <summary>
/// Holds a book file for one process. SQLite itself would let two processes write in turns, and each would serve the other's
/// orders. The lock stands on a file beside the book and ends with the process, however that ends; the file stays, because
/// deleting it would race with the next who locks it.
/// </summary>
internal sealed class BookLock : IDisposable
{
    // EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private BookLock(FileStream file) => _file = file;

    public static BookLock Take(string book)
    {
        try
        {
            return new BookLock(new FileStream(book + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (HeldByAnother.Contains(e.HResult))
        {
            throw new OrderBookException(
                $"The order book {book} is open in another process. A book belongs to one front at a time: stop the other, or set another cafe.book.connection.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
