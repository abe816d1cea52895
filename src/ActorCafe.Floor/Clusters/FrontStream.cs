using System.Net;
using ActorCafe.Floor.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ActorCafe.Floor.Clusters;

/// <summary>Passes on what the front reports, as it arrives. When the front goes away the stream ends, and the page asks again.</summary>
internal sealed class FrontStream(IClusterControl cluster, IHostApplicationLifetime life) : IDisposable
{
    private readonly HttpClient _front = new() { Timeout = Timeout.InfiniteTimeSpan };

    public async Task CopyAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        try
        {
            using var answer = await AskAsync(context.Request, ended.Token);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await context.Response.Body.FlushAsync(ended.Token);
            await using var facts = await answer.Content.ReadAsStreamAsync(ended.Token);
            await facts.CopyToAsync(context.Response.Body, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The page is closed, or this server ends.
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            if (!context.Response.HasStarted)
            {
                throw new RefusedException(StatusCodes.Status502BadGateway, "The front does not answer now.");
            }
        }
    }

    public void Dispose() => _front.Dispose();

    private async Task<HttpResponseMessage> AskAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.Front, FloorAnswers.Root + "/facts" + request.QueryString))
        {
            Version = HttpVersion.Version11,
        };
        if (cluster.ApiKey is { } key)
        {
            ask.Headers.Add("X-Api-Key", key);
        }

        return await _front.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }
}
