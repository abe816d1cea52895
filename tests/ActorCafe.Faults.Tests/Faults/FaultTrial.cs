using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using ActorCafe.Queueing.Streams;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Applies a fault to a café while customers order steadily, and checks the outcome from outside.</summary>
internal sealed class FaultTrial
{
    /// <summary>Selects the victim and the moment. The script runs three seeds; otherwise it is 1.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_SEED"), out var seed) ? seed : 1;

    private static readonly ulong Stream = Purpose.Of("faults");

    private readonly MultiProcessCafe _cafe;
    private readonly string _fault;
    private readonly ITestOutputHelper _output;
    private RandomStream _chance;

    private FaultTrial(MultiProcessCafe cafe, string fault, ITestOutputHelper output)
    {
        (_cafe, _fault, _output) = (cafe, fault, output);
        _chance = RandomStream.For(Seed, Stream, 0);
        Customers = new SteadyCustomers(cafe.Front, $"{string.Concat(fault.Where(char.IsAsciiLetter))}-{Seed}");
    }

    public SteadyCustomers Customers { get; }

    /// <summary>The time until all machines were up again; null: they never left.</summary>
    public TimeSpan? MachinesUpAfter { get; set; }

    /// <summary>The outcome of the orders, known at the end.</summary>
    public OrderAudit OrderAudit { get; private set; } = null!;

    public static async Task<FaultTrial> RunAsync(MultiProcessCafe cafe, string fault, ITestOutputHelper output, Func<FaultTrial, Task> doFault)
    {
        var trial = new FaultTrial(cafe, fault, output);
        try
        {
            await cafe.WholeAsync();
            await trial.RunAsync(doFault);
            return trial;
        }
        catch
        {
            trial.Say($"{trial.Customers.Placed} orders placed, {trial.Customers.Accepted.Count} accepted, {trial.Customers.Refusals} refused, {trial.Customers.Unanswered} unanswered");
            trial.Say($"a moment later the front says {await StatusLaterAsync(cafe)}");
            trial.ShowLogs();
            throw;
        }
    }

    public T AnyOf<T>(IReadOnlyList<T> list) => list[_chance.NextIndex(list.Count)];

    /// <summary>Completes when this many more orders are placed.</summary>
    public Task OrdersAsync(int more) => Customers.MoreAsync(more);

    public void Say(string text) => _output.WriteLine(text);

    private async Task RunAsync(Func<FaultTrial, Task> doFault)
    {
        using var leaving = new CancellationTokenSource();
        Customers.Open(leaving.Token);
        try
        {
            await OrdersAsync(400 + _chance.NextIndex(200));
            await doFault(this);
            await OrdersAsync(400);
        }
        catch
        {
            // Otherwise customers would keep waiting, and their error would hide the actual failure.
            await leaving.CancelAsync();
            throw;
        }
        finally
        {
            await Customers.CloseAsync();
        }

        (Customers.Placed / Customers.CameFor.TotalSeconds).ShouldBeGreaterThan(200, "orders a second");
        OrderAudit = await OrderAudit.MakeAsync(_cafe, Customers);
        RecoveryTable.Add(_fault, Seed, this);
        Say(RecoveryTable.Row(_fault, Seed, this));
    }

    /// <summary>The counts when nothing is waiting any more, or after five seconds: what waits then may wait for ever.</summary>
    private static async Task<string> StatusLaterAsync(MultiProcessCafe cafe)
    {
        Status.Counts? last = null;
        try
        {
            await Eventually.NothingIsMissingAsync(TimeSpan.FromSeconds(5), async () => (last = (await cafe.Front.StatusAsync())?.Orders) is { Pending: 0 } ? null : "orders wait");
        }
        catch (TimeoutException)
        {
            // It is shown.
        }

        return last?.ToString() ?? "nothing";
    }

    private void ShowLogs()
    {
        foreach (var node in _cafe.Nodes)
        {
            Say($"--- {node.Place.Name} {node.Place.Address}{(node.IsRunning ? "" : " (ended)")}");
            foreach (var line in node.Log)
            {
                Say(line);
            }
        }
    }
}
