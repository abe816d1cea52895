using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using ActorCafe.OrderBook.Tests.Conditions;
using ActorCafe.OrderBook.Tests.Fixtures;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>The front's disk is full for a while.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [ConditionalFact, NeedsMount]
    public async Task Refuses_orders_until_there_is_room_and_loses_none()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16);
        await using var cafe = new MultiProcessCafe(("grinder-1", "grinder"), ("machine-1", "machine"));
        cafe.Move("front", place => place with { Data = disk.Path });
        await FaultTrial.RunAsync(cafe, "front's disk full", output, async trial =>
        {
            disk.Fill();
            await Eventually.NothingIsMissingAsync(Patience, () => Task.FromResult(trial.Customers.Refusals > 500 ? null : "orders are not refused"));
            disk.MakeRoom();
            var taken = trial.Customers.Accepted.Count;
            await Eventually.NothingIsMissingAsync(Patience, () => Task.FromResult(trial.Customers.Accepted.Count > taken + 500 ? null : "orders are not taken again"));
        });
    }
}
