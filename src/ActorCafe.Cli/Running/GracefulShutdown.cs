using System.Runtime.InteropServices;

namespace ActorCafe.Cli.Running;

/// <summary>
/// Stops a run gracefully. The first Ctrl-C (or SIGTERM) stops arrivals: customers inside are served and the result is reported.
/// The second one ends the process at once.
/// </summary>
internal sealed class GracefulShutdown : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly string _message;
    private readonly bool _ignoresInterrupt;
    private readonly Action<string> _report;
    private int _signalled;

    /// <param name="message">The message on the first signal.</param>
    /// <param name="ignoresInterrupt">Whether the parent process handles Ctrl-C, which reaches both at a terminal.</param>
    /// <param name="report">Receives the message; null: standard error.</param>
    public GracefulShutdown(string message = "closing: no new customers", bool ignoresInterrupt = false, Action<string>? report = null)
    {
        _message = message;
        _ignoresInterrupt = ignoresInterrupt;
        _report = report ?? Console.Error.WriteLine;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>Cancelled when shutdown is requested.</summary>
    public CancellationToken Token => _requested.Token;

    /// <summary>Whether a signal or the user requested it.</summary>
    public bool IsRequestedByUser => Volatile.Read(ref _signalled) != 0;

    /// <summary>Requests shutdown because going on is pointless.</summary>
    public void Request() => _requested.Cancel();

    /// <summary>Requests shutdown as the first Ctrl-C does, without a message.</summary>
    public void RequestByUser()
    {
        if (Interlocked.Exchange(ref _signalled, 1) == 0)
        {
            Request();
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _requested.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_ignoresInterrupt && signal.Signal == PosixSignal.SIGINT)
        {
            return;
        }

        if (Interlocked.Exchange(ref _signalled, 1) != 0)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        _report($"{_message}; press Ctrl-C again to stop at once");
        Request();
    }
}
