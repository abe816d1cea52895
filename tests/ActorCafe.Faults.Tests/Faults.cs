using System.Diagnostics.CodeAnalysis;
using Xunit.Abstractions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ActorCafe.Faults.Tests;

/// <summary>
/// What happens to a café of seven processes, under 200 orders a second, when some of them die, leave, freeze or come. After each
/// fault: accepted = served, none twice, and all machines stand.
/// </summary>
[SuppressMessage("Usage", "xUnit1026", Justification = "Every seed is used by the trial.")]
public sealed class Faults(ITestOutputHelper output)
{
    /// <summary>Seconds within which the machines of a killed node stand elsewhere, on a machine that is busy with the test itself.</summary>
    private const double MachinesAreBack = 12;

    public static TheoryData<long> Seeds => Report.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_killed_machine_node_costs_nobody_a_coffee(long seed) => TryAsync(seed, "SIGKILL of a machine node", async (cafe, trial) =>
    {
        cafe["machine-3"].Signal(Signals.Kill);
        return await trial.RecoveryAsync("machine-3");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_killed_coordinator_of_the_machines_costs_nobody_a_coffee(long seed) => TryAsync(seed, "SIGKILL of the machines' coordinator", async (cafe, trial) =>
    {
        // The coordinator stands on the oldest node of its role.
        cafe["machine-1"].Signal(Signals.Kill);
        return await trial.RecoveryAsync("machine-1");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_killed_grinder_node_costs_nobody_a_coffee(long seed) => TryAsync(seed, "SIGKILL of a grinder node", async (cafe, trial) =>
    {
        cafe["grinder-1"].Signal(Signals.Kill);
        await trial.CustomersAsync(2000);
        return null;
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_killed_front_goes_on_where_its_book_ends(long seed) => TryAsync(seed, "SIGKILL of the front, started again", async (cafe, trial) =>
    {
        cafe["front"].Signal(Signals.Kill);
        await cafe["front"].EndAsync(TimeSpan.FromSeconds(5));
        await cafe.StartAsync("front");
        return await trial.RecoveryAsync();
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Two_nodes_killed_five_seconds_apart_cost_nobody_a_coffee(long seed) => TryAsync(seed, "SIGKILL of two nodes 5 s apart, after the second", async (cafe, trial) =>
    {
        cafe["machine-2"].Signal(Signals.Kill);
        await trial.CustomersAsync(1000);
        cafe["grinder-2"].Signal(Signals.Kill);
        return await trial.RecoveryAsync("machine-2");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_frozen_machine_node_is_done_without_and_ends_itself_when_it_wakes(long seed) => TryAsync(seed, "SIGSTOP of the machines' coordinator for 20 s", async (cafe, trial) =>
    {
        cafe["machine-1"].Signal(Signals.Stop);
        var recovery = await trial.RecoveryAsync("machine-1");
        await trial.CustomersAsync((int)Math.Max(0, (20 - recovery) * 200));
        cafe["machine-1"].Signal(Signals.Continue);

        (await cafe["machine-1"].EndAsync(TimeSpan.FromSeconds(30))).ShouldNotBe(0);
        return recovery;
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nodes_that_leave_hand_over_and_no_customer_notices(long seed) => TryAsync(seed, "SIGTERM of a machine and a grinder node", async (cafe, trial) =>
    {
        cafe["machine-1"].Signal(Signals.Terminate);
        (await cafe["machine-1"].EndAsync(TimeSpan.FromSeconds(5))).ShouldBe(0);
        var recovery = await trial.RecoveryAsync("machine-1");
        cafe["grinder-1"].Signal(Signals.Terminate);
        (await cafe["grinder-1"].EndAsync(TimeSpan.FromSeconds(5))).ShouldBe(0);
        return recovery;
    }, longest: 3);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_front_that_leaves_goes_on_where_its_book_ends(long seed) => TryAsync(seed, "SIGTERM of the front, started again", async (cafe, trial) =>
    {
        cafe["front"].Signal(Signals.Terminate);
        (await cafe["front"].EndAsync(TimeSpan.FromSeconds(5))).ShouldBe(0);
        await cafe.StartAsync("front");
        return await trial.RecoveryAsync();
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_node_that_joins_takes_its_share_of_the_machines(long seed) => TryAsync(seed, "a machine node joins", async (cafe, trial) =>
    {
        await cafe.StartAsync("machine-4");
        return await trial.RecoveryAsync();
    }, longest: 3);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_node_is_replaced_by_a_newer_one_while_orders_flow(long seed) => TryAsync(seed, "every node replaced, one by one", async (cafe, trial) =>
    {
        foreach (var name in Cafe.Names)
        {
            cafe[name].Signal(Signals.Terminate);
            (await cafe[name].EndAsync(TimeSpan.FromSeconds(5))).ShouldBe(0);
            await cafe.StartAsync(name);
            await cafe.MachinesStandAsync();
        }

        return null;
    });

    private async Task TryAsync(long seed, string fault, Func<Cafe, Trial, Task<double?>> act, double longest = double.PositiveInfinity)
    {
        await using var cafe = await Cafe.OpenAsync(seed);
        try
        {
            using var trial = await Trial.BeginAsync(cafe, "order");
            var recovery = await act(cafe, trial);
            var outcome = await trial.EndAsync();

            var row = outcome.Row(fault, seed, recovery);
            output.WriteLine(row);
            Report.Add(row);
            outcome.Max.ShouldBeLessThan(longest);
            (recovery ?? 0).ShouldBeLessThan(fault.Contains("front", StringComparison.Ordinal) ? 20 : MachinesAreBack);
        }
        catch (Exception)
        {
            output.WriteLine(cafe.Said());
            throw;
        }
    }
}
