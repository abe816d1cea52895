using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;
using ActorCafe.Queueing.Streams;
using Xunit.Abstractions;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>A fault done to a café while customers order steadily, and what must hold afterwards, seen from outside.</summary>
internal sealed class Trial
{
    /// <summary>Three seeds by the script, one otherwise. It chooses who is hit, and when.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_SEED"), out var seed) ? seed : 1;

    private static readonly ulong Stream = Purpose.Of("faults");

    private readonly RunningCafe _cafe;
    private readonly string _fault;
    private readonly ITestOutputHelper _output;
    private RandomStream _chance;

    private Trial(RunningCafe cafe, string fault, ITestOutputHelper output)
    {
        (_cafe, _fault, _output) = (cafe, fault, output);
        _chance = RandomStream.For(Seed, Stream, 0);
        Customers = new Customers(cafe.Front, $"{string.Concat(fault.Where(char.IsAsciiLetter))}-{Seed}");
    }

    public Customers Customers { get; }

    /// <summary>Until all machines were up again; null: they were never away.</summary>
    public TimeSpan? MachinesUpAfter { get; set; }

    /// <summary>What became of the orders; known when the trial is over.</summary>
    public Reckoning Reckoning { get; private set; } = null!;

    public static async Task<Trial> RunAsync(RunningCafe cafe, string fault, ITestOutputHelper output, Func<Trial, Task> doFault)
    {
        var trial = new Trial(cafe, fault, output);
        try
        {
            await cafe.WholeAsync();
            await trial.RunAsync(doFault);
            return trial;
        }
        catch
        {
            trial.Say($"{trial.Customers.Placed} orders placed, {trial.Customers.Accepted.Count} accepted, {trial.Customers.Refusals} refused, {trial.Customers.Unanswered} unanswered");
            trial.ShowLogs();
            throw;
        }
    }

    public T AnyOf<T>(IReadOnlyList<T> list) => list[_chance.NextIndex(list.Count)];

    /// <summary>Ends when so many more orders have been placed.</summary>
    public Task OrdersAsync(int more)
    {
        var enough = Customers.Placed + more;
        return Until.NothingIsMissingAsync(TimeSpan.FromSeconds(30), () => Task.FromResult(Customers.Placed >= enough ? null : "customers do not come"));
    }

    public void Say(string text) => _output.WriteLine(text);

    private async Task RunAsync(Func<Trial, Task> doFault)
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
            // Else those whom nobody serves any more would wait, and their complaint would be told instead of what went wrong.
            await leaving.CancelAsync();
            throw;
        }
        finally
        {
            await Customers.CloseAsync();
        }

        (Customers.Placed / Customers.CameFor.TotalSeconds).ShouldBeGreaterThan(200, "orders a second");
        Reckoning = await Reckoning.MakeAsync(_cafe, Customers);
        RecoveryTable.Add(_fault, Seed, this);
        Say(RecoveryTable.Row(_fault, Seed, this));
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
