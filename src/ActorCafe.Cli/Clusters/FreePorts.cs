using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Cli.Clusters;

/// <summary>Finds free TCP ports on this machine.</summary>
internal static class FreePorts
{
    /// <summary>Distinct ports that are free now. All are held until the last is found, because the system may hand out a port twice.</summary>
    public static IReadOnlyList<int> Find(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        try
        {
            held.ForEach(socket => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)));
            return [.. held.Select(socket => ((IPEndPoint)socket.LocalEndPoint!).Port)];
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }
    }

    public static bool IsFree(int port)
    {
        using var trial = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            trial.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException problem) when (problem.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
