using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorCafe.OrderBook.Tests.Fixtures;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>TCP connections of this machine, broken by the kernel as by a reset: both ends live on, and learn of it when they use them.</summary>
internal static class Connections
{
    /// <summary>Why none can be broken here; null: they can.</summary>
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

    /// <summary>Breaks those that were made to any of these ports; how many there were.</summary>
    public static async Task<int> BreakAsync(params IEnumerable<int> ports)
    {
        var of = string.Join(" or ", ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"sport = :{port}")));
        var broken = await Shell.RunAsync("/", "ss", "-K", "-H", "-t", "-n", "state", "established", $"( {of} )");
        return broken.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
