using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>The front, as customers see it over HTTP.</summary>
internal sealed class Front(Uri address) : IDisposable
{
    private const int MaxConcurrentOrders = 100;

    /// <summary>
    /// Orders queue before their timeout starts. Waiting for a connection instead, those of a front that was down for long would
    /// time out shortly before their turn and rejoin at the end.
    /// </summary>
    private readonly SemaphoreSlim _slots = new(MaxConcurrentOrders);

    // A few more connections than orders, so that status requests do not queue.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), MaxConnectionsPerServer = MaxConcurrentOrders + 4 })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    private volatile Uri _address = address;

    /// <summary>Where the front is now. Customers who have no answer yet try again there.</summary>
    public Uri Address
    {
        get => _address;
        set => _address = value;
    }

    /// <summary>The status code; null: no answer.</summary>
    /// <param name="id">The id of the order.</param>
    /// <param name="leaving">Cancelled when customers give up.</param>
    public async Task<HttpStatusCode?> OrderAsync(string id, CancellationToken leaving)
    {
        await _slots.WaitAsync(leaving);
        try
        {
            using var answer = await _http.PostAsJsonAsync(new Uri(Address, "/orders"), new { id, drink = "coffee", customer = "supervisor" }, leaving);
            return answer.StatusCode;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>The status of the café; null: the front does not answer, or is not open.</summary>
    public async Task<Status?> StatusAsync()
    {
        try
        {
            return await _http.GetFromJsonAsync<Status>(new Uri(Address, "/status"));
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _slots.Dispose();
    }

    // .NET lets the bare error of a socket through if the other end goes away just as the connection is made.
    private static bool IsLost(Exception problem) => problem is HttpRequestException or SocketException or TaskCanceledException or IOException or JsonException;
}
