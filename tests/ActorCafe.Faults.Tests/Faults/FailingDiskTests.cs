using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Conditions;
using ActorCafe.Faults.Tests.Outside;
using ActorCafe.OrderBook.Tests.Conditions;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>The front's disk fails to sync for a second. What was written may be on it all the same.</summary>
[Collection(SharedCafeCollection.Name)]
public sealed class FailingDiskTests(SharedCafe shared, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MultiProcessCafe _cafe = shared.Cafe;

    [ConditionalFact, NeedsStrace]
    public async Task Leaves_no_order_in_the_book_waiting_even_if_nobody_asks_again()
    {
        var trial = await FaultTrial.RunAsync(_cafe, "front's disk fails to sync for a second", output, async trial =>
        {
            trial.Customers.LeaveIfRefused = true;
            await using (await FailingSyncs.AttachAsync(_cafe.Of("front")[0].ProcessId))
            {
                // A second is enough for it, but on a busy machine it may pass before a sync is due.
                await trial.OrdersAsync(SteadyCustomers.PerSecond);
                await Eventually.NothingIsMissingAsync(Patience, () => Task.FromResult(trial.Customers.LeftWithout.Count > 0 ? null : "no order is refused"));
            }

            await trial.OrdersAsync(SteadyCustomers.PerSecond);
            trial.Customers.LeaveIfRefused = false;
        });

        var booked = (await BookFile.ReadAsync(_cafe.BookFile)).Count(row => trial.Customers.LeftWithout.ContainsKey(row.Id));
        trial.Say($"{trial.Customers.LeftWithout.Count} customers left after a 503; {booked} of their orders were in the book and are served");
    }
}
