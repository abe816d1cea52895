using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace ActorCafe.Cli.Clustering;

/// <summary>The front as its customers see it, by HTTP.</summary>
internal sealed class FrontClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="port">Where the front takes orders, on this machine.</param>
    /// <param name="apiKey">What it wants to be shown; null: nothing.</param>
    public FrontClient(int port, string? apiKey)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        if (apiKey is not null)
            _http.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
    }

    public Uri Address { get; }

    /// <summary>The café as it stands; null: the front does not answer.</summary>
    public Task<FrontStatus?> StatusAsync(CancellationToken cancellation) => GetAsync<FrontStatus>("/status", cancellation);

    /// <summary>An order as it stands; null: the front does not answer, or knows it not.</summary>
    public Task<FrontOrder?> FindAsync(string id, CancellationToken cancellation) => GetAsync<FrontOrder>($"/orders/{id}", cancellation);

    /// <summary>Whether the order was accepted; false: the front is not there, or asks to try again.</summary>
    /// <exception cref="InvalidOperationException">The front refuses it for good.</exception>
    public async Task<bool> PlaceAsync(string id, string drink, string? customer, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync("/orders", new { id, drink, customer }, cancellation);
            if (answer.IsSuccessStatusCode)
                return true;
            return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                ? false
                : throw new InvalidOperationException($"the front refused {id}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        }
        catch (Exception e) when (IsAway(e, cancellation))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<T?> GetAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await _http.GetFromJsonAsync<T>(path, cancellation);
        }
        catch (Exception e) when (IsAway(e, cancellation))
        {
            return null;
        }
    }

    private static bool IsAway(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested);
}

internal sealed record FrontStatus(FrontMember[] Members, FrontOrders Orders, FrontMachine[] Machines);

internal sealed record FrontMember(string Address, string[] Roles, string Status);

internal sealed record FrontOrders(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record FrontMachine(string Id, string? Node, long Served);

internal sealed record FrontOrder(string Id, string State, DateTimeOffset AcceptedAt, DateTimeOffset? ServedAt);
