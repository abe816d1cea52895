using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>Asks for a page of a node, each time over a new connection, as an operator's probe does.</summary>
internal static class Probe
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>The status code; null: no answer in time.</summary>
    /// <param name="node">The address of the node.</param>
    /// <param name="path">The page.</param>
    /// <param name="patience">How long to wait for the answer; null: 5 s.</param>
    public static async Task<HttpStatusCode?> AskAsync(Uri node, string path, TimeSpan? patience = null)
    {
        using var late = new CancellationTokenSource(patience ?? Timeout.InfiniteTimeSpan);
        try
        {
            using var answer = await Http.GetAsync(new Uri(node, path), late.Token);
            return answer.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or SocketException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    /// <summary>Completes when <c>/ready</c> gives an answer.</summary>
    public static Task<TimeSpan> ReadyIsAsync(HttpStatusCode expected, Uri node, TimeSpan patience) =>
        Eventually.NothingIsMissingAsync(patience, async () => await AskAsync(node, "/ready") is var answer && answer == expected ? null : $"/ready answers {answer?.ToString() ?? "nothing"}");
}
