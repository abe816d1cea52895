namespace ActorCafe.OrderBook.Tests.Storage;

/// <summary>The lock beside a book file.</summary>
public sealed class SqliteLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_lock_without_a_book_says_that_the_book_is_gone_and_a_new_one_begun()
    {
        await using (await OpenAsync("book.db"))
        {
        }

        File.Delete(In("book.db"));
        await using var book = Create("book.db");
        (await book.IdentifyAsync(CancellationToken.None)).Notice
            .ShouldBe($"The order book {In("book.db")} is gone, though its lock file is still there: a new, empty one was begun.");
        (await book.IdentifyAsync(CancellationToken.None)).Notice.ShouldBeNull();
    }

    [Fact]
    public async Task A_start_that_fails_where_there_never_was_a_book_leaves_no_lock()
    {
        await using var book = DurableOrderBook.Create(new BookSettings(BookStore.Sqlite, $"Data Source={In("book.db")};Mode=ReadWrite"));
        await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None));
        await Should.ThrowAsync<OrderBookException>(book.IdentifyAsync(CancellationToken.None));
        _folder.GetFiles().ShouldBeEmpty();

        await using var again = Create("book.db");
        (await again.IdentifyAsync(CancellationToken.None)).Notice.ShouldBeNull();
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_was_just_about_to_delete_is_taken()
    {
        await File.WriteAllBytesAsync(In("book.db.lock"), [0]);
        await using (await OpenAsync("book.db"))
        {
            await using var second = Create("book.db");
            await Should.ThrowAsync<OrderBookHeldException>(second.OpenAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_book_that_is_locked_for_a_moment_only_is_opened_when_it_is_free()
    {
        await using var book = Create("book.db");
        Task<System.Collections.Immutable.ImmutableArray<BookedOrder>> opening;
        using (new FileStream(In("book.db.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await Should.ThrowAsync<OrderBookHeldException>(book.IdentifyAsync(CancellationToken.None));
            opening = book.OpenAsync(CancellationToken.None);
        }

        (await opening).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("book.db", "link.db")]
    [InlineData("book.db", "link-to-link.db")]
    [InlineData("data/book.db", "folder/book.db")]
    [InlineData("data/book.db", "folder/../data/book.db")]
    [InlineData("data/book.db", "deep/../book.db")]
    [InlineData("data/new.db", "dangling.db")]
    public async Task Two_fronts_that_reach_one_book_by_two_paths_exclude_each_other(string path, string other)
    {
        // Only a privileged user may make links there.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(In("data/deeper"));
        foreach (var (link, target) in (Dictionary<string, string>)new()
        {
            ["link.db"] = In("book.db"),
            ["link-to-link.db"] = "./link.db",
            ["folder"] = "data",
            ["deep"] = "folder/deeper",
            ["dangling.db"] = "folder/../data/./new.db",
        })
        {
            File.CreateSymbolicLink(In(link), target);
        }

        foreach (var (first, second) in (IEnumerable<(string, string)>)[(path, other), (other, path)])
        {
            await using var book = await OpenAsync(first);
            await using var late = Create(second);
            await Should.ThrowAsync<OrderBookHeldException>(late.OpenAsync(CancellationToken.None));
            (await late.IdentifyAsync(CancellationToken.None)).Id.ShouldBe((await book.IdentifyAsync(CancellationToken.None)).Id);
        }
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_are_reported()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(In("a.db"), "b.db");
        File.CreateSymbolicLink(In("b.db"), "a.db");
        await using var book = Create("a.db");
        (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None))).Message.ShouldEndWith("has too many symbolic links.");
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private DurableOrderBook Create(string file) => DurableOrderBook.Create(new BookSettings(BookStore.Sqlite, $"Data Source={In(file)}"));

    private async Task<DurableOrderBook> OpenAsync(string file)
    {
        var book = Create(file);
        await book.OpenAsync(CancellationToken.None);
        return book;
    }
}
