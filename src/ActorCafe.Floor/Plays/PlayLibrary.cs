using ActorCafe.Floor.Http;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Plays;

/// <summary>Simulates the plays that pages ask for, a few at a time, and keeps the latest ones. Pages that ask for the same play share its run.</summary>
/// <param name="simulate">Simulates one play.</param>
internal sealed class PlayLibrary(Func<PlayRequest, CancellationToken, Task<Play>> simulate) : IAsyncDisposable
{
    private const int MostRunning = 2;
    private const int MostWaiting = 10;
    private const long MostBytes = 32 << 20;

    private readonly Lock _gate = new();
    private readonly PlayCache _cache = new(MostBytes);
    private readonly Dictionary<string, Task<Play>> _underWay = [];
    private readonly SemaphoreSlim _runs = new(MostRunning);
    private readonly CancellationTokenSource _closing = new();

    /// <exception cref="RefusedException">Too many plays are under way, or this one cannot be simulated.</exception>
    public Task<Play> GetAsync(PlayRequest request) => GetAsync(request.Key, closing => simulate(request, closing));

    /// <summary>As above, for a plan or anything else that is simulated.</summary>
    /// <param name="key">Equal for equal work.</param>
    /// <param name="simulate">Does the work.</param>
    public Task<Play> GetAsync(string key, Func<CancellationToken, Task<Play>> simulate)
    {
        lock (_gate)
        {
            if (_cache.Find(key) is { } play)
            {
                return Task.FromResult(play);
            }

            if (_underWay.TryGetValue(key, out var same))
            {
                return same;
            }

            return _underWay.Count < MostRunning + MostWaiting
                ? _underWay[key] = Task.Run(() => SimulateAsync(key, simulate))
                : throw new RefusedException(StatusCodes.Status503ServiceUnavailable, $"{_underWay.Count} simulations are running or waiting already; ask again in a second.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Task<Play>[] last;
        lock (_gate)
        {
            last = [.. _underWay.Values];
        }

        await Task.WhenAll(last).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _closing.Dispose();
        _runs.Dispose();
    }

    private async Task<Play> SimulateAsync(string key, Func<CancellationToken, Task<Play>> simulate)
    {
        Play? play = null;
        try
        {
            await _runs.WaitAsync(_closing.Token);
            try
            {
                return play = await simulate(_closing.Token);
            }
            finally
            {
                _runs.Release();
            }
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(key);
                if (play is not null)
                {
                    _cache.Add(key, play);
                }
            }
        }
    }
}
