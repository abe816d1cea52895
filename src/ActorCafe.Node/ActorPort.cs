using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;

namespace ActorCafe.Node;

/// <summary>
/// Looks whether the actors' port is free before anything starts. Akka would say so at length, or not at all: where it reuses
/// addresses, .NET on Linux lets two processes listen at one port, and each gets a part of what is sent there.
/// </summary>
internal static class ActorPort
{
    /// <exception cref="NodeFailedException">Somebody listens there already.</exception>
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
            // The name may be known to others only; Akka says what it makes of it.
        }
    }
}
