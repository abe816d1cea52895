using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests.Storage;

/// <summary>A book whose file is moved, replaced or deleted while it is open.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");

    // Windows lets nobody move or delete an open book.
    private static bool IsWindows => OperatingSystem.IsWindows();

    private string BookPath => Path.Combine(_folder.FullName, "book.db");

    private string Gone =>
        $"The order book {BookPath} was moved or deleted while open, so no order is accepted: put it back, or stop the front and remove {BookPath}-wal and {BookPath}-shm before it starts with another book.";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_moved_book_says_so_without_being_asked_and_is_read_again_when_it_is_put_back()
    {
        if (IsWindows)
        {
            return;
        }

        var reread = new TaskCompletionSource<string[]>();
        await using var book = Create();
        await book.OpenAsync(open => reread.TrySetResult([.. open.Select(order => order.Id)]), CancellationToken.None);
        await AcceptAsync(book, "a");
        File.Move(BookPath, BookPath + ".moved");
        await Eventually.TrueAsync(() => book.Obstacle is not null);
        book.Obstacle.ShouldBe(Gone);

        var refusal = await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"));
        (refusal.Message, refusal.MayHaveSucceeded).ShouldBe((Gone, false));
        (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"))).Message.ShouldBe(Gone);
        (await Should.ThrowAsync<OrderBookException>(book.FindAsync("a", CancellationToken.None))).Message.ShouldBe(Gone);
        File.Exists(BookPath).ShouldBeFalse();

        File.Move(BookPath + ".moved", BookPath);
        (await reread.Task.WaitAsync(Patience)).ShouldBe(["a"]);
        (await AcceptAsync(book, "b")).Order.Number.ShouldBe(2);
        book.Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task An_order_written_to_a_book_just_moved_is_uncertain_and_is_in_it_when_it_comes_back()
    {
        if (IsWindows)
        {
            return;
        }

        await using var book = await OpenAsync();
        File.Move(BookPath, BookPath + ".moved");
        var failure = await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"));
        failure.Message.ShouldStartWith(Gone);

        File.Move(BookPath + ".moved", BookPath);
        // Not uncertain if the book had looked after its file in between, and then not written.
        (await AcceptAsync(book, "a")).IsNew.ShouldBe(!failure.MayHaveSucceeded);
    }

    [Fact]
    public async Task A_deleted_book_accepts_nothing()
    {
        if (IsWindows)
        {
            return;
        }

        await using var book = await OpenAsync();
        await AcceptAsync(book, "a");
        File.Delete(BookPath);
        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"));
        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "a"));
        await Should.ThrowAsync<OrderBookException>(book.FindAsync("b", CancellationToken.None));
        book.Obstacle.ShouldBe(Gone);
        File.Exists(BookPath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_book_put_in_the_place_of_the_open_one_is_neither_read_nor_written()
    {
        if (IsWindows)
        {
            return;
        }

        await using var book = await OpenAsync();
        await AcceptAsync(book, "a");
        await using (var other = DurableOrderBook.Create(At(BookPath + ".other")))
        {
            await other.OpenAsync(CancellationToken.None);
            await AcceptAsync(other, "z");
        }

        var content = await File.ReadAllBytesAsync(BookPath + ".other");
        File.Move(BookPath, BookPath + ".moved");
        File.Move(BookPath + ".other", BookPath);

        await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "b"));
        (await Should.ThrowAsync<OrderBookException>(AcceptAsync(book, "c"))).Message.ShouldBe(Gone);
        (await Should.ThrowAsync<OrderBookException>(book.FindAsync("z", CancellationToken.None))).Message.ShouldBe(Gone);
        (await Should.ThrowAsync<OrderBookException>(book.FindAsync("a", CancellationToken.None))).Message.ShouldBe(Gone);
        (await File.ReadAllBytesAsync(BookPath)).ShouldBe(content);

        File.Move(BookPath, BookPath + ".other");
        File.Move(BookPath + ".moved", BookPath);
        (await AcceptAsync(book, "a")).IsNew.ShouldBeFalse();
        (await book.FindAsync("z", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-wal", "-shm")]
    public async Task Nothing_acknowledged_is_lost_with_a_deleted_write_ahead_log(params string[] endings)
    {
        if (IsWindows)
        {
            return;
        }

        await using var book = await OpenAsync();
        await AcceptAsync(book, "a");
        foreach (var ending in endings)
        {
            File.Delete(BookPath + ending);
        }

        await AcceptAsync(book, "b");
        (await CopiedAsync()).ShouldBe(["a", "b"]);
        (await AcceptAsync(book, "c")).Order.Number.ShouldBe(3);
        (await book.FindAsync("a", CancellationToken.None)).ShouldNotBeNull();
        (await CopiedAsync()).ShouldBe(["a", "b", "c"]);
        book.Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task A_write_ahead_log_deleted_while_nobody_orders_takes_nothing_with_it()
    {
        if (IsWindows)
        {
            return;
        }

        await using var book = await OpenAsync();
        await AcceptAsync(book, "a");
        File.Delete(BookPath + "-wal");
        await Eventually.TrueAsync(() => File.Exists(BookPath + "-wal"));
        (await CopiedAsync()).ShouldBe(["a"]);
    }

    // As a front would find them that starts after this one was killed.
    private async Task<string[]> CopiedAsync()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.FullName, "copy"));
        foreach (var ending in (string[])["", "-wal"])
        {
            if (File.Exists(BookPath + ending))
            {
                File.Copy(BookPath + ending, Path.Combine(copy.FullName, "book.db" + ending));
            }
        }

        await using var connection = new SqliteConnection($"Data Source={Path.Combine(copy.FullName, "book.db")};Pooling=False");
        await connection.OpenAsync();
        var ids = await Recount.QueryAsync(connection, "SELECT id FROM cafe_orders ORDER BY number");
        await connection.CloseAsync();
        copy.Delete(recursive: true);
        return [.. ids];
    }

    private static BookSettings At(string path) => new(BookStore.Sqlite, $"Data Source={path}");

    private DurableOrderBook Create() => DurableOrderBook.Create(At(BookPath));

    private async Task<DurableOrderBook> OpenAsync()
    {
        var book = Create();
        await book.OpenAsync(CancellationToken.None);
        return book;
    }

    private static Task<Acceptance> AcceptAsync(DurableOrderBook book, string id) =>
        book.AcceptAsync(new NewOrder(id, "coffee", null, Opening), CancellationToken.None);
}
