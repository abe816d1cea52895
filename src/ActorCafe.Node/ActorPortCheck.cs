using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;

namespace ActorCafe.Node;

/// <summary>
/// Checks that the actors' port is free before anything starts. Akka's own error is long or missing: where it reuses addresses,
/// .NET on Linux lets two processes listen on one port, and each receives part of the traffic.
/// </summary>
internal static class ActorPortCheck
{
    /// <exception cref="NodeFailedException">The port is in use.</exception>
    public static async Task CheckAsync(NodeSettings settings, CancellationToken cancellation)
    {
        if (settings.Port == 0)
        {
            return;
        }

        try
        {
            var address = (await Dns.GetHostAddressesAsync(settings.Hostname, cancellation))[0];
            using var trial = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            trial.Bind(new IPEndPoint(address, settings.Port));
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{Hosts.InBrackets(settings.Hostname)}:{settings.Port}");
            throw new NodeFailedException($"the actors' port {shown} is in use; choose another with --port", problem);
        }
        catch (SocketException)
        {
            // The name may resolve for other machines only; Akka reports whether it works.
        }
    }
}
