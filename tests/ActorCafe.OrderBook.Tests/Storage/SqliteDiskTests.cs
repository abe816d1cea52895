using ActorCafe.OrderBook.Storage;
using ActorCafe.OrderBook.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace ActorCafe.OrderBook.Tests.Storage;

/// <summary>A book on a disk that is full or read-only.</summary>
public sealed class SqliteDiskTests : IDisposable
{
    private static readonly DateTimeOffset Opening = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cafe-book-");

    public void Dispose() => _folder.Delete(recursive: true);

    [ConditionalFact]
    [NeedsMount]
    public async Task A_full_disk_refuses_orders_and_loses_none_and_takes_them_again_when_it_has_room()
    {
        await using var disk = await SmallDisk.MountAsync();
        var settings = On(disk.Path);
        var accepted = 0;
        await using (var book = await OpenAsync(settings))
        {
            await AcceptAsync(book, "first");
            disk.Fill();

            // A few writes still fit into the pages that the files already have.
            Task<Acceptance>[] group;
            var groups = 0;
            do
            {
                group = [.. Enumerable.Range(0, 50).Select(i => AcceptAsync(book, $"{groups}-{i}"))];
                await Task.WhenAll(group).ContinueWith(_ => { }, TaskScheduler.Default);
                accepted += group.Count(answer => answer.IsCompletedSuccessfully);
                groups++;
            }
            while (!group[^1].IsFaulted && groups < 1_000);

            group[^1].Exception!.InnerException.ShouldBeOfType<OrderBookException>().Message.ShouldContain("the disk is full");
            book.Totals.Accepted.ShouldBe(1 + accepted);
            (await book.FindAsync("first", CancellationToken.None)).ShouldNotBeNull();
            (await AcceptAsync(book, "first")).IsNew.ShouldBeFalse();
            (await book.FindAsync($"{groups - 1}-49", CancellationToken.None)).ShouldBeNull();

            disk.MakeRoom();
            (await AcceptAsync(book, $"{groups - 1}-49")).ShouldSatisfyAllConditions(
                again => again.IsNew.ShouldBeTrue(),
                again => again.Order.Number.ShouldBe(accepted + 2));
        }

        await using var reopened = DurableOrderBook.Create(settings);
        (await reopened.OpenAsync(CancellationToken.None)).Length.ShouldBe(accepted + 2);
    }

    [ConditionalFact]
    [NeedsMount]
    public async Task A_book_is_not_opened_on_a_full_disk_and_may_be_when_it_has_room()
    {
        await using var disk = await SmallDisk.MountAsync();
        disk.Fill();
        await using var book = DurableOrderBook.Create(On(disk.Path));
        (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None))).Message.ShouldContain("could not be opened");
        disk.MakeRoom();
        (await book.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [ConditionalFact]
    [NeedsMount]
    public async Task A_book_is_not_opened_on_a_read_only_disk()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using (await OpenAsync(On(disk.Path)))
        {
        }

        await disk.MakeReadOnlyAsync();
        await using var book = DurableOrderBook.Create(On(disk.Path));
        (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None)))
            .Message.ShouldContain("could not be opened: Read-only file system");
    }

    [Fact]
    public async Task A_read_only_book_is_read_and_refuses_orders()
    {
        var settings = On(_folder.FullName);
        await using (var book = await OpenAsync(settings))
        {
            await AcceptAsync(book, "a");
        }

        await using var readOnly = DurableOrderBook.Create(settings with { Connection = $"{settings.Connection};Mode=ReadOnly" });
        (await readOnly.OpenAsync(CancellationToken.None)).Single().Id.ShouldBe("a");
        (await Should.ThrowAsync<OrderBookException>(AcceptAsync(readOnly, "b"))).Message.ShouldContain("it is read-only. Nothing was accepted");
        (await AcceptAsync(readOnly, "a")).IsNew.ShouldBeFalse();
        (await readOnly.FindAsync("b", CancellationToken.None)).ShouldBeNull();
        readOnly.Totals.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_no_book_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "book.db"), new string('x', 5000));
        await using var book = DurableOrderBook.Create(On(_folder.FullName));
        (await Should.ThrowAsync<OrderBookException>(book.OpenAsync(CancellationToken.None)))
            .Message.ShouldEndWith("could not be opened: its file is not an SQLite database.");
    }

    // Codes 5 SQLITE_BUSY, 8 SQLITE_READONLY, 13 SQLITE_FULL, 10 SQLITE_IOERR, 11 SQLITE_CORRUPT.
    [Theory]
    [InlineData(5, true)]
    [InlineData(8, true)]
    [InlineData(13, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public async Task A_commit_that_SQLite_rolls_back_is_known_to_have_failed_and_one_that_the_disk_failed_is_not(int code, bool isKnown)
    {
        var database = SqliteBookDatabase.Create(On(_folder.FullName).Connection);
        var connection = await database.ConnectAsync(CancellationToken.None);

        (await connection.RecoverAsync(new SqliteException("failed", code))).ShouldBe(isKnown);

        await connection.DisposeAsync();
        await database.DisposeAsync();
    }

    private static BookSettings On(string folder) => new(BookStore.Sqlite, $"Data Source={Path.Combine(folder, "book.db")}");

    private static async Task<DurableOrderBook> OpenAsync(BookSettings settings)
    {
        var book = DurableOrderBook.Create(settings);
        await book.OpenAsync(CancellationToken.None);
        return book;
    }

    private static Task<Acceptance> AcceptAsync(DurableOrderBook book, string id) =>
        book.AcceptAsync(new NewOrder(id, "coffee", null, Opening), CancellationToken.None);
}
