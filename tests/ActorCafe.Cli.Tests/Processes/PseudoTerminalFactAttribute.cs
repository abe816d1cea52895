using System.ComponentModel;
using System.Diagnostics;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A test that needs a pseudo terminal; skipped if <c>script</c> of util-linux is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute()
    {
        if (!IsThere())
        {
            Skip = "script (util-linux) is not installed here";
        }
    }

    private static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("script", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.StandardOutput.ReadToEnd().Contains("util-linux", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
