using System.Diagnostics;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>Ctrl-Z: the terminal is given back before the process stops, and taken again when it goes on.</summary>
internal sealed class Suspension : IDisposable
{
    private readonly IAnsiConsole _console;
    private PosixSignalRegistration? _listening;
    private volatile bool _isAsked;

    public Suspension(IAnsiConsole console)
    {
        _console = console;
        Listen();
    }

    /// <summary>Whether Ctrl-Z was pressed, and the process waits to be stopped.</summary>
    public bool IsAsked => _isAsked;

    /// <summary>Stops the process; ends when it goes on.</summary>
    public async Task StopAsync()
    {
        var output = _console.Profile.Out.Writer;
        _console.Cursor.Show();
        output.WriteLine();

        // The signal's own effect, not SIGSTOP: it spares a process that no shell could let go on. And out of a child: as long as
        // it has one, the runtime puts back the terminal's echo and lines.
        Dispose();
        using (var child = Process.Start("sh", ["-c", "kill -TSTP $PPID"]))
        {
            await child.WaitForExitAsync();
        }

        _isAsked = false;
        Listen();

        // The picture is drawn over the lines above the cursor: they shall not be the shell's.
        output.Write(new string('\n', _console.Profile.Height));
        _console.Cursor.Hide();
    }

    public void Dispose() => _listening?.Dispose();

    private void Listen()
    {
        if (!OperatingSystem.IsWindows())
        {
            _listening = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, _ => _isAsked = true);
        }
    }
}
