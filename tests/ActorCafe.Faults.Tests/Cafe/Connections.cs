using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.OrderBook.Tests.Fixtures;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Breaks TCP connections of this machine through the kernel, like a reset: both ends go on and notice it on the next use.</summary>
internal static class Connections
{
    /// <summary>The reason why connections cannot be broken here; null: they can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "breaking connections needs Linux and root";
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            using var caller = new TcpClient();
            caller.Connect((IPEndPoint)listener.LocalEndpoint);
            using var called = listener.AcceptTcpClient();
            return BreakAsync(((IPEndPoint)listener.LocalEndpoint).Port).GetAwaiter().GetResult() > 0 ? null : "the kernel breaks no connections (CONFIG_INET_DIAG_DESTROY)";
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"connections cannot be broken (apt-get install iproute2?): {e.Message}";
        }
    }

    /// <summary>Breaks all connections to these ports and returns their number.</summary>
    public static async Task<int> BreakAsync(params IEnumerable<int> ports)
    {
        var of = string.Join(" or ", ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"sport = :{port}")));
        var broken = await Shell.RunAsync("/", "ss", "-K", "-H", "-t", "-n", "state", "established", $"( {of} )");
        return broken.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
