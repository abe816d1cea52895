using ActorCafe.Cluster.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Node.Http;

/// <summary>What a client may ask of the server: an order is a few words, and a client that dawdles is let go.</summary>
internal static class HttpLimits
{
    public const int MostBytesOfBody = 4 * 1024;

    public static void Set(KestrelServerOptions kestrel, HttpSettings http)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfBody;
        kestrel.Limits.MaxRequestLineSize = 2 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 50;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MaxConcurrentConnections = 2000;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Listen(HttpBinding.EndPoint(http), listen => listen.Protocols = HttpProtocols.Http1);
    }
}
