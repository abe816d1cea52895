using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace ActorCafe.Node.Http;

/// <summary>The address and port that HTTP is served at.</summary>
internal static class HttpBinding
{
    /// <summary>The address; <c>localhost</c> is 127.0.0.1, as a free port can be had for one address only.</summary>
    public static IPEndPoint EndPoint(HttpSettings http) =>
        new(http.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(http.Host), http.Port);

    /// <exception cref="NodeFailedException">It can't be bound.</exception>
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
