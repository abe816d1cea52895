using System.Net;
using System.Net.Sockets;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Connections that are made and never used.</summary>
internal sealed class IdleConnections : IDisposable
{
    private readonly List<Socket> _open = [];

    private IdleConnections()
    {
    }

    public static async Task<IdleConnections> OpenAsync(Uri to, int number)
    {
        var made = new IdleConnections();
        try
        {
            var address = new IPEndPoint(IPAddress.Parse(to.Host), to.Port);
            for (var i = 0; i < number; i++)
            {
                made._open.Add(new Socket(SocketType.Stream, ProtocolType.Tcp));
                await made._open[^1].ConnectAsync(address);
            }

            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    public void Dispose() => _open.ForEach(connection => connection.Dispose());
}
