using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>
/// Places orders at a steady rate. A rejected (503) or unanswered order is sent again until it is accepted, unless <see cref="LeaveIfRefused"/> is set.
/// </summary>
/// <param name="front">The front.</param>
/// <param name="name">Prefix of the order ids.</param>
internal sealed class SteadyCustomers(Front front, string name)
{
    public const int PerSecond = 220;

    private const int MostOrders = 25_000;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _leftWithout = new(StringComparer.Ordinal);
    private Task _coming = Task.CompletedTask;
    private volatile bool _isClosed;
    private volatile bool _leaveIfRefused;
    private int _placed;
    private int _refusals;
    private int _unanswered;

    /// <summary>Accepted orders, with the time of their first sending.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Accepted => _accepted;

    /// <summary>Orders that were rejected and not sent again, with the time of their first sending.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LeftWithout => _leftWithout;

    /// <summary>Whether customers whose order is rejected leave and never ask again.</summary>
    public bool LeaveIfRefused
    {
        get => _leaveIfRefused;
        set => _leaveIfRefused = value;
    }

    public int Placed => Volatile.Read(ref _placed);

    /// <summary>Answers that asked to retry.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>Orders sent again for lack of an answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public TimeSpan CameFor { get; private set; }

    /// <param name="leaving">Cancelled when customers give up, answered or not.</param>
    public void Open(CancellationToken leaving) => _coming = ComeAsync(leaving);

    /// <summary>Completes when this many more orders are placed.</summary>
    public Task MoreAsync(int more)
    {
        var enough = Placed + more;
        return Eventually.NothingIsMissingAsync(TimeSpan.FromSeconds(30), () => Task.FromResult(Placed >= enough ? null : "customers do not come"));
    }

    /// <summary>Stops placing orders. Completes when all of them are answered.</summary>
    public async Task CloseAsync()
    {
        _isClosed = true;
        await _coming;
    }

    private async Task ComeAsync(CancellationToken leaving)
    {
        var began = _time.GetTimestamp();
        var waiting = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!_isClosed && _placed < MostOrders)
        {
            CameFor = _time.GetElapsedTime(began);
            for (var due = CameFor.TotalSeconds * PerSecond; _placed < due && _placed < MostOrders;)
            {
                waiting.Add(OrderAsync(Interlocked.Increment(ref _placed), leaving));
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        try
        {
            await Task.WhenAll(waiting);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // They gave up.
        }
    }

    private async Task OrderAsync(int number, CancellationToken leaving)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        var sent = _time.GetUtcNow();
        var pause = TimeSpan.FromMilliseconds(100);
        while (_time.GetUtcNow() - sent < LongestPatience)
        {
            switch (await front.OrderAsync(id, leaving))
            {
                case HttpStatusCode.Accepted or HttpStatusCode.OK:
                    _accepted[id] = sent;
                    return;
                case HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                    Interlocked.Increment(ref _refusals);
                    if (_leaveIfRefused)
                    {
                        _leftWithout[id] = sent;
                        return;
                    }

                    break;
                case null:
                    Interlocked.Increment(ref _unanswered);
                    break;
                case var other:
                    throw new InvalidOperationException($"the order {id} was answered with {other}");
            }

            await Task.Delay(pause, _time, leaving);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        throw new TimeoutException($"the order {id} was not taken in {LongestPatience.TotalSeconds} s");
    }
}
