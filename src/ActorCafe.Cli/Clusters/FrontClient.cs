using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Clusters;

/// <summary>HTTP client of the front.</summary>
internal sealed class FrontClient : IDisposable
{
    private static readonly TimeSpan BetweenTrials = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;

    public FrontClient(Uri address, string? apiKey)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        if (apiKey is not null)
        {
            _http.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        }
    }

    /// <summary>The status of the café; null: the front cannot be reached now.</summary>
    public async Task<FrontStatus?> StatusAsync(CancellationToken cancellation)
    {
        using var answer = await TryAsync(() => _http.GetAsync("/status", cancellation), cancellation);
        return answer is { IsSuccessStatusCode: true } ? await ReadAsync(answer, FrontJson.Default.FrontStatus, cancellation) : null;
    }

    /// <summary>Places an order, retrying until it is in the book. A repeated id is the same order.</summary>
    /// <exception cref="ShopFailedException">The front rejected the order permanently.</exception>
    public async Task PlaceAsync(FrontOrder order, CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await TryAsync(() => _http.PostAsJsonAsync("/orders", order, FrontJson.Default.FrontOrder, cancellation), cancellation);
            if (answer is { IsSuccessStatusCode: true })
            {
                return;
            }

            if (answer is not null && !IsForNow(answer.StatusCode))
            {
                throw Refused(order.Id, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
            }

            await Task.Delay(BetweenTrials, TimeProvider.System, cancellation);
        }
    }

    /// <summary>The order as recorded in the book.</summary>
    /// <exception cref="ShopFailedException">The order is not in the book.</exception>
    public async Task<FrontOrderState> FindAsync(string id, CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await TryAsync(() => _http.GetAsync($"/orders/{id}", cancellation), cancellation);
            if (answer is { IsSuccessStatusCode: true } && await ReadAsync(answer, FrontJson.Default.FrontOrderState, cancellation) is { } state)
            {
                return state;
            }

            if (answer is not null && !IsForNow(answer.StatusCode))
            {
                throw Refused(id, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
            }

            await Task.Delay(BetweenTrials, TimeProvider.System, cancellation);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsForNow(HttpStatusCode code) => code is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static ShopFailedException Refused(string id, HttpStatusCode code, string body) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the front refuses order {id} ({(int)code}): {body}"));

    private static async Task<HttpResponseMessage?> TryAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception lost) when (lost is HttpRequestException or SocketException)
        {
            // .NET lets the bare error of a socket through if the other end goes away just as the connection is made.
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The request timed out.
            return null;
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, cancellation);
        }
        catch (HttpRequestException)
        {
            // The front died while it was answering.
            return null;
        }
    }
}

/// <summary>The answer to <c>GET /status</c>.</summary>
internal sealed record FrontStatus(IReadOnlyList<FrontMember> Members, FrontOrders Orders, IReadOnlyList<FrontMachine> Machines);

internal sealed record FrontMember(string Address, IReadOnlyList<string> Roles, string Status);

internal sealed record FrontOrders(long Accepted, long Served, long Pending, long DuplicatesSuppressed);

internal sealed record FrontMachine(string Id, string? Node, long Served);

/// <summary>The body of <c>POST /orders</c>.</summary>
internal sealed record FrontOrder(string Id, string Drink, string? Customer);

/// <summary>The answer to <c>GET /orders/{id}</c>.</summary>
internal sealed record FrontOrderState(string Id, string State, DateTimeOffset AcceptedAt, DateTimeOffset? ServedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrontStatus))]
[JsonSerializable(typeof(FrontOrder))]
[JsonSerializable(typeof(FrontOrderState))]
internal sealed partial class FrontJson : JsonSerializerContext;
