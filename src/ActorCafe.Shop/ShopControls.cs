using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// Controls a run while it goes: its pace, its workers, and a look at its state. Can be used from any thread, also before and after the run. Requests are
/// served in the order they were made, on the shop's own thread and between two instants. A run that is only looked at or paced keeps the same result to the
/// last bit.
/// </summary>
internal sealed class ShopControls
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Action> _early = [];
    private VirtualKernel? _kernel;
    private IActorRef _shop = ActorRefs.Nobody;

    // Used only on the shop's thread.
    private double? _pace;
    private bool _isPaused;
    private bool _isLetGo;
    private int[] _workersAtMost = [];

    /// <summary>Sets the pace in shop seconds per real second, above 0, from the current moment on. Has no effect after the run was stopped early.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pace is not a finite number above 0.</exception>
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

    /// <summary>Stops time. Workers can still be added and removed.</summary>
    public void Pause() => Do(() =>
    {
        _isPaused = true;
        Apply();
    });

    /// <summary>Lets time go on from where it stopped.</summary>
    public void Resume() => Do(() =>
    {
        _isPaused = false;
        Apply();
    });

    /// <summary>
    /// Adds workers to a stage or removes them, as a schedule does: a worker that is removed first finishes its order. A later change by the stage's schedule
    /// sets the number it names.
    /// </summary>
    /// <param name="stage">The stage's index, from 0.</param>
    /// <param name="change">The number of workers to add, or to remove if negative.</param>
    /// <returns>The stage's new number of workers; null if nothing changed because that would leave none.</returns>
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

    /// <summary>Looks at the run once everything that belongs to an instant has happened. What a timeline has recorded can be read then.</summary>
    /// <param name="look">Called on the shop's thread with the moment that the clock has reached.</param>
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

    /// <summary>Starts controlling a run. Requests made earlier are served first.</summary>
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

    /// <summary>Returns the result with what was changed: the largest number of workers that each stage had, and its number at the end.</summary>
    internal ShopResult Count(ShopResult result, ImmutableArray<int> poolsAtEnd) => _workersAtMost.All(workers => workers == 0) ? result : result with
    {
        ChangedPools = poolsAtEnd,
        Stages = [.. result.Stages.Select((stage, index) => stage with { Workers = Math.Max(stage.Workers, _workersAtMost[index]) })],
    };

    /// <summary>Ends control of the pace, because the run is stopped early. Called on the shop's thread.</summary>
    internal void LetGo() => (_isLetGo, _isPaused, _pace) = (true, false, null);

    /// <summary>The run is over: requests that still wait for an answer are cancelled.</summary>
    internal void End() => _over.TrySetResult();

    private async Task<T> UnlessOverAsync<T>(Task<T> answer)
    {
        await Task.WhenAny(answer, _over.Task).ConfigureAwait(false);

        // An answer from before the end counts, whichever task completes first.
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
