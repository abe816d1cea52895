using System.ComponentModel;
using System.Diagnostics;

namespace ActorCafe.Node.Tests.Compose;

/// <summary>A test that needs docker compose; skipped if it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ComposeFactAttribute : FactAttribute
{
    public ComposeFactAttribute()
    {
        if (!IsInstalled())
        {
            Skip = "docker compose is not installed here: the file is checked against the schema only";
        }
    }

    private static bool IsInstalled()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("docker", ["compose", "version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
