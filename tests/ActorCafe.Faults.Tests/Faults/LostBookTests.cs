using System.Net;
using System.Text.RegularExpressions;
using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Somebody moves or deletes the file of the order book while the front has it open.</summary>
public sealed partial class LostBookTests(LostBookTests.SmallCafe small, ITestOutputHelper output) : IClassFixture<LostBookTests.SmallCafe>
{
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Repaired = TimeSpan.FromSeconds(20);

    private readonly MultiProcessCafe _cafe = small.Cafe;

    [Fact]
    public Task A_moved_book_closes_the_café_until_it_is_moved_back() =>
        FaultTrial.RunAsync(_cafe, "front's book moved away and back", output, async trial =>
        {
            var front = _cafe.Of("front")[0];
            var entriesBefore = EntriesOnBook(front).Count();
            File.Move(_cafe.BookFile, _cafe.BookFile + ".away");
            try
            {
                await TakesNothingAsync(trial.Customers);
                EntriesOnBook(front).Count().ShouldBe(entriesBefore + 1, "one line in the log");
            }
            finally
            {
                File.Move(_cafe.BookFile + ".away", _cafe.BookFile);
            }

            await Probe.ReadyIsAsync(HttpStatusCode.OK, front.Place.Http, Repaired);
        });

    /// <summary>Orders accepted before are gone with the book, so nothing is served to the end here, and the recovery table has no row.</summary>
    [Fact]
    public async Task A_deleted_book_closes_the_café_and_a_restart_says_that_it_is_gone()
    {
        await _cafe.WholeAsync();
        var customers = new SteadyCustomers(_cafe.Front, "deleted");
        using var leaving = new CancellationTokenSource();
        customers.Open(leaving.Token);
        try
        {
            await customers.MoreAsync(200);
            customers.Accepted.ShouldNotBeEmpty();
            var front = _cafe.Of("front")[0];
            var entriesBefore = EntriesOnBook(front).Count();
            File.Delete(_cafe.BookFile);
            await TakesNothingAsync(customers);
            EntriesOnBook(front).Count().ShouldBe(entriesBefore + 1, "one line in the log");

            front.Send(Signal.Kill);
            await front.EndAsync(TimeSpan.FromSeconds(5));
            var restarted = await _cafe.StartAsync(_cafe.FrontPlace);
            output.WriteLine(EntriesOnBook(restarted).ShouldHaveSingleItem("a lock without a book"));
        }
        finally
        {
            await leaving.CancelAsync();
            await customers.CloseAsync();
        }
    }

    /// <summary>The entries of its log that name the book's file. The lines of a stack trace are not entries.</summary>
    private IEnumerable<string> EntriesOnBook(NodeUnderTest front) =>
        front.Log.Where(line => TimeAtStart().IsMatch(line) && line.Contains(_cafe.BookFile, StringComparison.Ordinal));

    [GeneratedRegex(@"^\d\d:\d\d:\d\d\.\d\d\d ")]
    private static partial Regex TimeAtStart();

    /// <summary>After a second for the orders on their way, not one more is accepted in the next two, and the front is not ready.</summary>
    private async Task TakesNothingAsync(SteadyCustomers customers)
    {
        await customers.MoreAsync(SteadyCustomers.PerSecond);
        var accepted = customers.Accepted.Count;
        await Probe.ReadyIsAsync(HttpStatusCode.ServiceUnavailable, _cafe.FrontPlace.Http, Noticed);
        await customers.MoreAsync(2 * SteadyCustomers.PerSecond);
        customers.Accepted.Count.ShouldBe(accepted, "orders are accepted into a book that is not there");
    }

    public sealed class SmallCafe : IAsyncLifetime
    {
        internal MultiProcessCafe Cafe { get; } = new(("grinder-1", "grinder"), ("machine-1", "machine"));

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Cafe.DisposeAsync();
    }
}
