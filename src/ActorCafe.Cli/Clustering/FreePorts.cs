using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Cli.Clustering;

/// <summary>Ports of this machine that nobody listens at.</summary>
internal static class FreePorts
{
    /// <summary>So many different ones.</summary>
    public static int[] Take(int count)
    {
        // All are held at once, so that none is given twice.
        var sockets = Enumerable.Range(0, count).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToArray();
        try
        {
            return
            [
                .. sockets.Select(socket =>
                {
                    socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                    return ((IPEndPoint)socket.LocalEndPoint!).Port;
                }),
            ];
        }
        finally
        {
            Array.ForEach(sockets, socket => socket.Dispose());
        }
    }

    /// <summary>Whether nobody listens at a port of this machine.</summary>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
