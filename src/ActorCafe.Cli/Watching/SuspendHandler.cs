using System.Diagnostics;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>Handles Ctrl-Z: restores the terminal before the process stops, and takes it again when it continues.</summary>
internal sealed class SuspendHandler : IDisposable
{
    private readonly IAnsiConsole _console;
    private PosixSignalRegistration? _listening;
    private volatile bool _isRequested;

    public SuspendHandler(IAnsiConsole console)
    {
        _console = console;
        Listen();
    }

    /// <summary>Whether Ctrl-Z was pressed and the process should stop.</summary>
    public bool IsRequested => _isRequested;

    /// <summary>Stops the process; completes when it continues.</summary>
    public async Task StopAsync()
    {
        var output = _console.Profile.Out.Writer;
        _console.Cursor.Show();
        output.WriteLine();

        // SIGTSTP, not SIGSTOP: its default action spares a process that no shell could continue. Sent from a child, because the
        // runtime restores echo and line mode while it has one.
        Dispose();
        using (var child = Process.Start("sh", ["-c", "kill -TSTP $PPID"]))
        {
            await child.WaitForExitAsync();
        }

        _isRequested = false;
        Listen();

        // The picture overwrites the lines above the cursor, which must not be the shell's.
        output.Write(new string('\n', _console.Profile.Height));
        _console.Cursor.Hide();
    }

    public void Dispose() => _listening?.Dispose();

    private void Listen()
    {
        if (!OperatingSystem.IsWindows())
        {
            _listening = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, _ => _isRequested = true);
        }
    }
}
