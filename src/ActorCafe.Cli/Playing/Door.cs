using System.Runtime.InteropServices;

namespace ActorCafe.Cli.Playing;

/// <summary>
/// The shop's door. The first Ctrl-C (or SIGTERM) closes it: those inside are still served and the result is told. The
/// second one ends the process at once.
/// </summary>
internal sealed class Door : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly string _word;
    private readonly bool _isHeld;
    private readonly Action<string> _tell;
    private int _signalled;

    /// <param name="word">What is said when it closes.</param>
    /// <param name="isHeld">Whether another program says when it closes: Ctrl-C at a terminal reaches both, and is that one's business.</param>
    /// <param name="tell">Where it is said; null: on standard error.</param>
    public Door(string word = "closing: no new customers", bool isHeld = false, Action<string>? tell = null)
    {
        _word = word;
        _isHeld = isHeld;
        _tell = tell ?? Console.Error.WriteLine;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>Cancelled when the door closes.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Whether it was closed from outside.</summary>
    public bool IsClosedByHand => Volatile.Read(ref _signalled) != 0;

    /// <summary>Closes it from inside: there is no use in going on.</summary>
    public void Close() => _closing.Cancel();

    /// <summary>Closes it from outside, as the first Ctrl-C does, without a word.</summary>
    public void CloseByHand()
    {
        if (Interlocked.Exchange(ref _signalled, 1) == 0)
        {
            Close();
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _closing.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_isHeld && signal.Signal == PosixSignal.SIGINT)
        {
            return;
        }

        if (Interlocked.Exchange(ref _signalled, 1) != 0)
        {
            Environment.Exit(ExitCodes.ClosedByHand);
        }

        _tell($"{_word}; press Ctrl-C again to stop at once");
        Close();
    }
}
