using System.Globalization;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Formats the lines of docs/results/faults.md.</summary>
internal static class RecoveryTable
{
    /// <summary>Appends a line to the file that tests/faults.sh names; does nothing without one.</summary>
    public static void Add(string fault, int seed, FaultTrial trial)
    {
        if (Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_TABLE") is { Length: > 0 } file)
        {
            File.AppendAllText(file, Row(fault, seed, trial) + "\n");
        }
    }

    public static string Row(string fault, int seed, FaultTrial trial)
    {
        var machines = trial.MachinesUpAfter is { } after ? Seconds(after) : "-";
        var (all, customers) = (trial.OrderAudit, trial.Customers);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {fault} | {seed} | {all.Orders} | {Seconds(all.Percentile99)} | {Seconds(all.Longest)} | {Seconds(all.LongestInside)} | {machines} | {all.Repeats} | {customers.Refusals} | {customers.Unanswered} |");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
}
