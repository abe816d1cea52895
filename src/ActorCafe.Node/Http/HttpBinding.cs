using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Node.Http;

/// <summary>Binds HTTP to its address and port.</summary>
internal static class HttpBinding
{
    /// <summary>The address. <c>localhost</c> becomes 127.0.0.1, because a free port can be requested for one address only.</summary>
    public static IPEndPoint EndPoint(HttpSettings http) =>
        new(http.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(http.Host), http.Port);

    /// <exception cref="NodeFailedException">The address cannot be bound.</exception>
    public static async Task StartAsync(WebApplication web, HttpSettings http)
    {
        try
        {
            await web.StartAsync();
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new NodeFailedException($"the HTTP port {Shown(http)} is in use; choose another with --http-port", problem);
        }
        catch (SocketException problem)
        {
            throw new NodeFailedException($"HTTP can't listen on {Shown(http)}: {problem.Message}; see --http-host and --http-port", problem);
        }
    }

    private static string Shown(HttpSettings http) =>
        string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(http.Host)}:{http.Port}");
}

/// <summary>Limits of the server: an order is a few words, and slow clients are disconnected.</summary>
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
