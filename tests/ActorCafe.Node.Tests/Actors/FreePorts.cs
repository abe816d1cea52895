using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Node.Tests.Actors;

/// <summary>Ports of loopback that were free a moment ago.</summary>
internal static class FreePorts
{
    public static int[] Find(int ports)
    {
        var listeners = Enumerable.Range(0, ports).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        int[] free = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return free;
    }
}
