using System.Globalization;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Clusters.Load;

/// <summary>Customers who come to the front of a cluster at a rate that may be changed at any time, with independent gaps, and order what is on the menu.</summary>
internal sealed class SteadyCustomers : IAsyncDisposable
{
    /// <summary>The most customers that wait until the front has taken their orders. Others go away again.</summary>
    private const int MostAtDoor = 200;

    /// <summary>The lowest rate at which a customer comes: a timer waits at most 49 days.</summary>
    private const double LeastPerSecond = 1e-5;

    private readonly FrontClient _front;
    private readonly Action<string> _log;
    private readonly IEnumerator<PlannedOrder> _orders;
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"floor-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}-");
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _coming;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private double _perSecond;
    private int _atDoor;

    /// <param name="front">The address of the front's HTTP.</param>
    /// <param name="apiKey">The API key that it asks for; null: none.</param>
    /// <param name="shop">The shop, whose menu and seed decide who orders what.</param>
    /// <param name="log">Receives what goes wrong, a line each.</param>
    public SteadyCustomers(Uri front, string? apiKey, ShopSettings shop, Action<string> log)
    {
        _front = new FrontClient(front, apiKey);
        _log = log;
        // Gaps at one customer per second; divided by the rate, they are the gaps at that rate.
        var endless = new CustomersSettings { Arrivals = new ArrivalSettings.Renewal(new Exponential(1), 1) };
        _orders = PlannedOrder.Of(shop with { Customers = endless }).GetEnumerator();
        _coming = ComeAsync();
    }

    /// <summary>Customers per second; 0: nobody comes.</summary>
    public double PerSecond
    {
        get => Volatile.Read(ref _perSecond);
        set
        {
            Volatile.Write(ref _perSecond, value);
            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _coming.ContinueWith(_ => { }, TaskScheduler.Default);
        _front.Dispose();
        _orders.Dispose();
        _closing.Dispose();
    }

    private async Task ComeAsync()
    {
        var before = TimeSpan.Zero;
        var since = TimeProvider.System.GetTimestamp();
        var due = TimeSpan.Zero;
        while (!_closing.IsCancellationRequested && _orders.MoveNext())
        {
            var gap = _orders.Current.At - before;
            before = _orders.Current.At;
            TimeSpan? came;
            while ((came = await NextAsync(gap, since, due)) is null)
            {
                // At another rate the next customer comes after another gap, from now on.
                (since, due) = (TimeProvider.System.GetTimestamp(), TimeSpan.Zero);
            }

            due = came.Value;
            Place(_orders.Current);
        }
    }

    /// <summary>Waits for the next customer.</summary>
    /// <param name="gap">The time to the customer before, at one per second.</param>
    /// <param name="since">When the customers of this rate began to come.</param>
    /// <param name="before">When the customer before was due, from then on.</param>
    /// <returns>When this one was due; null if the rate changed meanwhile.</returns>
    private async Task<TimeSpan?> NextAsync(TimeSpan gap, long since, TimeSpan before)
    {
        var changed = Volatile.Read(ref _changed).Task;
        var rate = PerSecond;
        var comes = rate >= LeastPerSecond;
        var due = comes ? before + (gap / rate) : before;
        var wait = comes ? due - TimeProvider.System.GetElapsedTime(since) : Timeout.InfiniteTimeSpan;
        if (comes && wait <= TimeSpan.Zero)
        {
            return due;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        var waited = Task.Delay(wait, TimeProvider.System, over.Token);
        var first = await Task.WhenAny(waited, changed);
        await over.CancelAsync();
        _closing.Token.ThrowIfCancellationRequested();
        return first == waited ? due : null;
    }

    private void Place(PlannedOrder order)
    {
        if (Interlocked.Increment(ref _atDoor) > MostAtDoor)
        {
            Interlocked.Decrement(ref _atDoor);
            return;
        }

        _ = PlaceAsync(new(_prefix + order.Number.ToString(CultureInfo.InvariantCulture), order.Drink, order.Customer));
    }

    private async Task PlaceAsync(FrontOrder order)
    {
        try
        {
            await _front.PlaceAsync(order, _closing.Token);
        }
        catch (ShopFailedException refused)
        {
            // Every later order would be refused too.
            PerSecond = 0;
            _log(refused.Message);
        }
        catch (OperationCanceledException)
        {
            // The command ends.
        }
        finally
        {
            Interlocked.Decrement(ref _atDoor);
        }
    }
}
