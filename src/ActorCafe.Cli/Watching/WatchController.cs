using System.Globalization;
using ActorCafe.Cli.Running;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>Carries out what keys request and reports the effect.</summary>
/// <param name="controls">Controls the run.</param>
/// <param name="shutdown">Ends the run.</param>
/// <param name="stages">The names of the stages.</param>
/// <param name="pace">The initial pace, in shop seconds per second.</param>
internal sealed class WatchController(ShopControls controls, GracefulShutdown shutdown, IReadOnlyList<string> stages, double pace)
{
    private const double Slowest = 0.125;
    private const double Fastest = 1 << 20;

    private double _pace = pace;
    private bool _isPaused;
    private volatile string _message = "";
    private int _announced;

    /// <summary>The selected stage, from 0.</summary>
    public int Selected { get; private set; }

    /// <summary>The last message; empty: none.</summary>
    public string Message => _message;

    /// <summary>The number of messages so far.</summary>
    public int Announced => Volatile.Read(ref _announced);

    /// <summary>Shows a message. Thread-safe.</summary>
    public void Announce(string line)
    {
        _message = line;
        Interlocked.Increment(ref _announced);
    }

    public async Task DoAsync(WatchKey key)
    {
        switch (key.Action)
        {
            case WatchAction.StageAbove:
                Select(Selected - 1);
                break;
            case WatchAction.StageBelow:
                Select(Selected + 1);
                break;
            case WatchAction.Stage:
                Select(key.Stage);
                break;
            case WatchAction.AddWorker:
                await ChangeWorkersAsync(+1);
                break;
            case WatchAction.TakeWorker:
                await ChangeWorkersAsync(-1);
                break;
            case WatchAction.Pause:
                Pause();
                break;
            case WatchAction.Slower:
                SetPace(Math.Max(_pace / 2, Math.Min(_pace, Slowest)));
                break;
            case WatchAction.Faster:
                SetPace(Math.Min(_pace * 2, Math.Max(_pace, Fastest)));
                break;
            case WatchAction.End:
                Announce("closing: those inside are served");
                shutdown.RequestByUser();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "No such key.");
        }
    }

    /// <summary>Pauses the shop during <paramref name="meanwhile"/>; otherwise its clock would jump ahead.</summary>
    public async Task PausedAsync(Func<Task> meanwhile)
    {
        controls.Pause();
        await meanwhile();
        if (!_isPaused)
        {
            controls.Resume();
        }
    }

    private void Select(int stage)
    {
        if (stage >= 0 && stage < stages.Count)
        {
            Selected = stage;
        }
    }

    private async Task ChangeWorkersAsync(int change)
    {
        var stage = stages[Selected];
        Announce(await controls.ChangeWorkersAsync(Selected, change) switch
        {
            { } workers => $"{stage}: {DisplayFormat.Workers(workers)} from now on",
            null => $"{stage}: its last worker stays",
        });
    }

    private void Pause()
    {
        _isPaused = !_isPaused;
        if (_isPaused)
        {
            controls.Pause();
        }
        else
        {
            controls.Resume();
        }

        Announce("");
    }

    private void SetPace(double pace)
    {
        _pace = pace;
        controls.SetPace(pace);
        Announce(string.Create(CultureInfo.InvariantCulture, $"a second is {DisplayFormat.Time(pace)} in the shop"));
    }
}
