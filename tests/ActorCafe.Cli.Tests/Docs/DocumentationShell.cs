using System.Diagnostics;

namespace ActorCafe.Cli.Tests.Docs;

/// <summary>A shell for the commands of the documentation, with the program that these tests were built with.</summary>
internal static class DocumentationShell
{
    private const string Words = """
        actorcafe() { command dotnet "$CAFE" "$@"; }
        dotnet() {
          if [ "${*:1:6}" != 'run --project src/ActorCafe.Cli -c Release --' ]; then
            echo "not the program: dotnet $*" >&2
            return 1
          fi
          actorcafe "${@:7}"
        }
        set -e -o pipefail

        """;

    /// <summary>Runs commands in a folder, one after the other, and returns the output of the last.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, DocumentedCommand command)
    {
        var before = string.Concat(command.Before.Select(text => $"{text}\n"));
        var start = ChildProcess.StartInfo("bash", "--norc", "-c", $"{Words}{{\n:\n{before}}} >&2\n{command.Text}\n");
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["CAFE"] = Path.Combine(AppContext.BaseDirectory, "actorcafe.dll");
        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEndAsync();
        var errors = shell.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await shell.WaitForExitAsync(patience.Token);
        return (shell.ExitCode, await output, await errors);
    }
}
