using ActorCafe.Cluster.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Node.Http;

/// <summary>Limits of the server: an order is a few words, and slow clients are disconnected.</summary>
internal static class HttpLimits
{
    public const int MostBytesOfBody = 4 * 1024;

    public static void Set(KestrelServerOptions kestrel, HttpSettings http, NodeTimeouts times)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfBody;
        kestrel.Limits.MaxRequestLineSize = 2 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 50;
        kestrel.Limits.RequestHeadersTimeout = times.Receive;
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: times.Receive);
        // As long as many clients and proxies keep an idle connection. Closing one first can cut off the request that is just being sent.
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        // Kestrel counts per port, so customers who use up theirs leave the probes alone.
        kestrel.Limits.MaxConcurrentConnections = times.MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        var address = HttpBinding.Address(http);
        var silence = new SilentConnections(times);
        kestrel.Listen(address, http.Port, listen => Listen(listen, silence));
        kestrel.Listen(address, http.ManagementPort, listen => ManagementPort.Mark(Listen(listen, silence)));
    }

    private static ListenOptions Listen(ListenOptions listen, SilentConnections silence)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(silence.Close);
        return listen;
    }
}
