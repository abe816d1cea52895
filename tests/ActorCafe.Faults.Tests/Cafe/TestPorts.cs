using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>
/// Finds free ports. Each test process starts its search elsewhere. They lie below those that Linux gives to outgoing connections, one of
/// which would otherwise sometimes occupy the port of a node that is not running yet.
/// </summary>
internal static class TestPorts
{
    private const int First = 22000;
    private const int Count = 1000;

    private static int _next = Environment.ProcessId * 40 % Count;

    public static int Free()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + _next++ % Count;
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var trial = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            trial.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
