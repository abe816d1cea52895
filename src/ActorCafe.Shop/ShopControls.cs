using ActorCafe.Shop.Results;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// A hand on a run while it goes: its pace, its workers, and a look at it. May be used from any thread, before the run and after
/// it too. What is asked for is done in the order of asking, on the shop's own thread and between two instants; a run that is
/// only looked at, or played at another pace, stays the same to the last bit.
/// </summary>
public sealed class ShopControls
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Action> _early = [];
    private VirtualKernel? _kernel;
    private IActorRef _shop = ActorRefs.Nobody;

    // What follows is the shop's thread's.
    private double? _pace;
    private bool _isPaused;
    private bool _isLetGo;
    private int[] _workersAtMost = [];

    /// <summary>Changes how many shop seconds pass in a second of the wall, above 0, from where the clock is; a closed door lets nobody slow it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pace is not above 0, or infinite.</exception>
    public void SetPace(double pace)
    {
        if (pace is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(pace), pace, "A pace is above 0.");
        }

        Do(() =>
        {
            _pace = pace;
            Apply();
        });
    }

    /// <summary>Time stands still; workers can be added and taken all the same.</summary>
    public void Pause() => Do(() =>
    {
        _isPaused = true;
        Apply();
    });

    /// <summary>Time goes on from where it stands.</summary>
    public void Resume() => Do(() =>
    {
        _isPaused = false;
        Apply();
    });

    /// <summary>
    /// Adds workers to a stage or takes them, as a schedule does: who is taken finishes the order in hand, and a later change by the
    /// stage's schedule sets the number it says.
    /// </summary>
    /// <param name="stage">The stage's index, from 0.</param>
    /// <param name="change">How many more, or fewer (-).</param>
    /// <returns>How many workers the stage will have; null: no change, as fewer than one would be left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stage.</exception>
    /// <exception cref="OperationCanceledException">The run is over.</exception>
    public Task<int?> ChangeWorkersAsync(int stage, int change)
    {
        var answer = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Do(() =>
        {
            if (stage < 0 || stage >= _workersAtMost.Length)
            {
                answer.TrySetException(new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."));
                return;
            }

            _shop.Tell(
                new CoffeeShop.ChangePool(stage, change, workers =>
                {
                    _workersAtMost[stage] = Math.Max(_workersAtMost[stage], workers ?? 0);
                    answer.TrySetResult(workers);
                }),
                ActorRefs.NoSender);
        });
        return UnlessOverAsync(answer.Task);
    }

    /// <summary>Looks at the run when all that belongs to an instant has happened; what a timeline has written down may be read then.</summary>
    /// <param name="look">Given the moment the clock has come to, on the shop's thread.</param>
    /// <exception cref="OperationCanceledException">The run is over.</exception>
    public Task<T> LookAsync<T>(Func<ShopMoment, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Do(() =>
        {
            try
            {
                answer.TrySetResult(look(new ShopMoment(_kernel!.Reached, _pace, _isPaused)));
            }
            catch (Exception failure)
            {
                answer.TrySetException(failure);
            }
        });
        return UnlessOverAsync(answer.Task);
    }

    /// <summary>The run begins: what was asked for before is done first.</summary>
    internal void Begin(VirtualKernel kernel, IActorRef shop, int stages)
    {
        lock (_gate)
        {
            if (_kernel is not null)
            {
                throw new InvalidOperationException("These controls have had their run.");
            }

            _kernel = kernel;
            _shop = shop;
            _workersAtMost = new int[stages];
            _pace = kernel.Pace;
            foreach (var request in _early)
            {
                kernel.Post(request);
            }

            _early.Clear();
        }
    }

    /// <summary>The result with the largest count of workers that a stage was given.</summary>
    internal ShopResult Count(ShopResult result) => result with
    {
        Stages = [.. result.Stages.Select((stage, index) => stage with { Workers = Math.Max(stage.Workers, _workersAtMost[index]) })],
    };

    /// <summary>The pace is not this hand's any more. On the shop's thread.</summary>
    internal void LetGo() => (_isLetGo, _isPaused, _pace) = (true, false, null);

    /// <summary>The run is over: who still waits for an answer gets none.</summary>
    internal void End() => _over.TrySetResult();

    private async Task<T> UnlessOverAsync<T>(Task<T> answer)
    {
        await Task.WhenAny(answer, _over.Task).ConfigureAwait(false);

        // An answer given before the end counts, whichever of the two is heard of first.
        return answer.IsCompleted ? await answer.ConfigureAwait(false) : throw new OperationCanceledException("The run is over.");
    }

    private void Apply()
    {
        if (_isLetGo)
        {
            LetGo();
        }
        else
        {
            _kernel!.Pace = _isPaused ? 0 : _pace;
        }
    }

    private void Do(Action request)
    {
        lock (_gate)
        {
            if (_kernel is null)
            {
                _early.Add(request);
            }
            else
            {
                _kernel.Post(request);
            }
        }
    }
}
