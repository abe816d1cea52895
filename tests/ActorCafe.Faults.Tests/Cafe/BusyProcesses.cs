using System.Diagnostics;
using System.Globalization;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Processes that take all the processor time they can get.</summary>
internal sealed class BusyProcesses : IDisposable
{
    /// <summary>Each ends by itself after so long, whatever becomes of the tests.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<Process> _processes = [];

    public BusyProcesses(int perCore)
    {
        for (var i = 0; i < perCore * Environment.ProcessorCount; i++)
        {
            _processes.Add(Process.Start("timeout", ["-s", "KILL", Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture), "sh", "-c", "while :; do :; done"]));
        }
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}
