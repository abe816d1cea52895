using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ActorCafe.Cli.Clusters;

/// <summary>Finds free TCP ports on this machine.</summary>
internal static class FreePorts
{
    // Outgoing connections get ports from 32768 up on Linux, and from 49152 up elsewhere. Below that, no connection takes a port between finding and using it.
    private const int First = 20_000;
    private const int Last = 32_767;

    /// <summary>Distinct ports that are free now, from a random one on, so that two programs that search at the same time find different ones.</summary>
    /// <exception cref="InvalidOperationException">Fewer than <paramref name="count"/> are free.</exception>
    public static IReadOnlyList<int> Find(int count)
    {
        var start = RandomNumberGenerator.GetInt32(First, Last + 1);
        int[] free = [.. Enumerable.Range(start, Last + 1 - start).Concat(Enumerable.Range(First, start - First)).Where(IsFree).Take(count)];
        return free.Length == count ? free : throw new InvalidOperationException($"only {free.Length} of {count} TCP ports from {First} to {Last} are free");
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
