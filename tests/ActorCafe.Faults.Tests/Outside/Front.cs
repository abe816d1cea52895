using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>The front as its customers know it: by HTTP.</summary>
internal sealed class Front(Uri address) : IDisposable
{
    private const int MostAtTheDoor = 100;

    /// <summary>
    /// Orders wait in line before their time runs. Waiting for a connection instead, those of a front that was long away would spend
    /// it there, give up shortly before their turn, and come again behind all others.
    /// </summary>
    private readonly SemaphoreSlim _door = new(MostAtTheDoor);

    // Some more connections than orders: whoever looks at the status does not stand in that line.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), MaxConnectionsPerServer = MostAtTheDoor + 4 })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The answer's status; null: none came.</summary>
    /// <param name="id">The order's.</param>
    /// <param name="leaving">Cancelled when customers wait no longer.</param>
    public async Task<HttpStatusCode?> OrderAsync(string id, CancellationToken leaving)
    {
        await _door.WaitAsync(leaving);
        try
        {
            using var answer = await _http.PostAsJsonAsync("/orders", new { id, drink = "coffee", customer = "supervisor" }, leaving);
            return answer.StatusCode;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The café as the front shows it; null: it does not answer, or is not open.</summary>
    public async Task<Status?> StatusAsync()
    {
        try
        {
            return await _http.GetFromJsonAsync<Status>("/status");
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _door.Dispose();
    }

    private static bool IsLost(Exception problem) => problem is HttpRequestException or TaskCanceledException or IOException or JsonException;
}
