using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>The front as its customers know it: by HTTP.</summary>
internal sealed class Front(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), MaxConnectionsPerServer = 100 })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The answer's status; null: none came.</summary>
    public async Task<HttpStatusCode?> OrderAsync(string id)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync("/orders", new { id, drink = "coffee", customer = "supervisor" });
            return answer.StatusCode;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
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

    public void Dispose() => _http.Dispose();

    private static bool IsLost(Exception problem) => problem is HttpRequestException or TaskCanceledException or IOException or JsonException;
}
