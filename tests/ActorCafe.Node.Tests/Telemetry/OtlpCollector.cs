using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Node.Tests.Telemetry;

/// <summary>An OTLP collector over gRPC that keeps the raw bytes, in which texts appear literally.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<byte[]> _traces = [];
    private readonly ConcurrentQueue<byte[]> _metrics = [];

    private OtlpCollector() => _web = LocalWeb.Create(TakeAsync, listen => listen.Protocols = HttpProtocols.Http2);

    public Uri Address => new(_web.Urls.First());

    public IReadOnlyCollection<byte[]> Traces => _traces;

    public IReadOnlyCollection<byte[]> Metrics => _metrics;

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector._web.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task TakeAsync(HttpContext call)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        (call.Request.Path.Value!.Contains("TraceService", StringComparison.Ordinal) ? _traces : _metrics).Enqueue(body.ToArray());
        call.Response.ContentType = "application/grpc";

        // An empty message with the status OK.
        await call.Response.Body.WriteAsync(new byte[5]);
        call.Response.AppendTrailer("grpc-status", "0");
    }
}

internal static class Bytes
{
    public static bool Contain(this IEnumerable<byte[]> sent, string text) => sent.Contain(Encoding.UTF8.GetBytes(text));

    public static bool Contain(this IEnumerable<byte[]> sent, byte[] bytes) => sent.Any(message => message.AsSpan().IndexOf(bytes) >= 0);
}
