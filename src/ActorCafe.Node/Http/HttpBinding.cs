using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace ActorCafe.Node.Http;

/// <summary>Binds HTTP to its address and its two ports.</summary>
internal static class HttpBinding
{
    /// <summary>The address. <c>localhost</c> becomes 127.0.0.1, because a free port can be requested for one address only.</summary>
    public static IPAddress Address(HttpSettings http) => http.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(http.Host);

    /// <exception cref="NodeFailedException">The address cannot be bound.</exception>
    public static async Task StartAsync(WebApplication web, HttpSettings http)
    {
        try
        {
            await web.StartAsync();
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            var (name, shown, option) = Failed(web, http);
            throw new NodeFailedException($"the {name} port {shown} is in use; choose another with {option}", problem);
        }
        catch (SocketException problem)
        {
            var (name, shown, option) = Failed(web, http);
            throw new NodeFailedException($"{name} can't listen on {shown}: {problem.Message}; see --http-host and {option}", problem);
        }
    }

    // The ports are bound in the order in which HttpLimits names them.
    private static (string Name, string Shown, string Option) Failed(WebApplication web, HttpSettings http) => web.Urls.Count == 0
        ? ("HTTP", Shown(http, http.Port), "--http-port")
        : ("management", Shown(http, http.ManagementPort), "--management-port");

    private static string Shown(HttpSettings http, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(http.Host)}:{port}");
}
