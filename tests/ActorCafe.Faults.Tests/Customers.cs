using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace ActorCafe.Faults.Tests;

/// <summary>
/// Customers at a steady rate, who say the same order again until it is accepted. They are as many as they are: whatever
/// happens to the café, the load ends.
/// </summary>
internal sealed class Customers : IDisposable
{
    private const int OrdersEachSecond = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentDictionary<string, byte> _accepted = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> _answers = [];
    private readonly Func<Uri> _orders;
    private readonly string _prefix;
    private volatile bool _isEnough;
    private int _came;

    public Customers(Func<Uri> orders, string prefix)
    {
        _orders = orders;
        _prefix = prefix;
    }

    /// <summary>Ids of the orders that were accepted.</summary>
    public ICollection<string> Accepted => _accepted.Keys;

    /// <summary>Orders placed so far.</summary>
    public int Came => Volatile.Read(ref _came);

    /// <summary>How often each answer came.</summary>
    public int Answers(HttpStatusCode code) => _answers.GetValueOrDefault(code);

    /// <summary>No more customers come; those who have come are still to be accepted.</summary>
    public void Enough() => _isEnough = true;

    /// <summary>Ends when the last order has been accepted.</summary>
    /// <param name="most">No more customers than this.</param>
    public async Task ComeAsync(int most)
    {
        var clock = Stopwatch.StartNew();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var placing = new List<Task>();
        while (!_isEnough && Came < most && await ticks.WaitForNextTickAsync())
        {
            // By the clock and not by ticks: a busy machine drops some.
            while (Came < most && Came < clock.Elapsed.TotalSeconds * OrdersEachSecond)
                placing.Add(PlaceAsync($"{_prefix}-{Interlocked.Increment(ref _came)}"));
        }

        await Task.WhenAll(placing);
    }

    public void Dispose() => _http.Dispose();

    private async Task PlaceAsync(string id)
    {
        var patience = Stopwatch.StartNew();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        do
        {
            try
            {
                using var answer = await _http.PostAsJsonAsync(_orders(), new { id, drink = "coffee" });
                _answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if (answer.IsSuccessStatusCode)
                {
                    _accepted[id] = 0;
                    return;
                }

                answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The front is not there; it may have taken the order all the same.
            }
        }
        while (patience.Elapsed < Patience && await again.WaitForNextTickAsync());
        throw new TimeoutException($"{id} was not accepted within {Patience.TotalSeconds:F0} s");
    }
}
