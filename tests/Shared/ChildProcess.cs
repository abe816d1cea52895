using System.ComponentModel;
using System.Diagnostics;

namespace ActorCafe.Tests.Shared;

/// <summary>Starts the processes that tests signal.</summary>
/// <remarks>
/// A child inherits ignored signals, and a shell without job control ignores SIGINT in whatever it starts in the background. Tests run
/// from such a job would wait for ever for a child to react to Ctrl-C, so GNU env resets the signals before it executes the program,
/// which keeps its process id.
/// </remarks>
internal static class ChildProcess
{
    private const string ResetSignals = "--default-signal=INT,QUIT,TERM,TSTP";

    private static readonly Lazy<bool> CanReset = new(HasResettingEnv);

    /// <summary>How to start a program with the default action for every signal that tests send.</summary>
    public static ProcessStartInfo StartInfo(string program, params IEnumerable<string> arguments) =>
        CanReset.Value ? new("env", [ResetSignals, program, .. arguments]) : new(program, arguments);

    // Other implementations of env (macOS, BusyBox) do not know the option, and on Windows there is none.
    private static bool HasResettingEnv()
    {
        try
        {
            using var env = Process.Start(new ProcessStartInfo("env", [ResetSignals, "true"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            env.WaitForExit();
            return env.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
