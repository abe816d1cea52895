using System.Globalization;
using ActorCafe.Cli.Playing;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>Does what keys ask for, and says what came of it.</summary>
/// <param name="controls">The hand on the run.</param>
/// <param name="door">The shop's door.</param>
/// <param name="stages">The names of the stages.</param>
/// <param name="pace">The pace it begins with, shop seconds a second.</param>
internal sealed class Conductor(ShopControls controls, Door door, IReadOnlyList<string> stages, double pace)
{
    private const double Slowest = 0.125;
    private const double Fastest = 1 << 20;

    private double _pace = pace;
    private bool _isPaused;
    private volatile string _said = "";

    /// <summary>The stage that is selected, from 0.</summary>
    public int Selected { get; private set; }

    /// <summary>What was said last; empty: nothing.</summary>
    public string Said => _said;

    /// <summary>Says something; from any thread.</summary>
    public void Say(string line) => _said = line;

    public async Task DoAsync(WatchKey key)
    {
        switch (key.Verb)
        {
            case WatchVerb.StageAbove:
                Select(Selected - 1);
                break;
            case WatchVerb.StageBelow:
                Select(Selected + 1);
                break;
            case WatchVerb.Stage:
                Select(key.Stage);
                break;
            case WatchVerb.AddWorker:
                await ChangeWorkersAsync(+1);
                break;
            case WatchVerb.TakeWorker:
                await ChangeWorkersAsync(-1);
                break;
            case WatchVerb.Pause:
                Pause();
                break;
            case WatchVerb.Slower:
                SetPace(Math.Max(_pace / 2, Math.Min(_pace, Slowest)));
                break;
            case WatchVerb.Faster:
                SetPace(Math.Min(_pace * 2, Math.Max(_pace, Fastest)));
                break;
            case WatchVerb.End:
                Say("closing: those inside are served");
                door.CloseByHand();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "No such key.");
        }
    }

    /// <summary>Time stands still until <paramref name="meanwhile"/> is over: the shop would leap over it.</summary>
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
        Say(await controls.ChangeWorkersAsync(Selected, change) switch
        {
            { } workers => $"{stage}: {Human.Workers(workers)} from now on",
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

        Say("");
    }

    private void SetPace(double pace)
    {
        _pace = pace;
        controls.SetPace(pace);
        Say(string.Create(CultureInfo.InvariantCulture, $"a second is {Human.Time(pace)} in the shop"));
    }
}
