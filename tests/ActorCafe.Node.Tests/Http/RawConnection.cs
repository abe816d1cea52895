using System.Net.Sockets;
using System.Text;

namespace ActorCafe.Node.Tests.Http;

/// <summary>A connection on which a test sends what no well-behaved client would, or nothing.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    public Task SendAsync(string text) => _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    /// <summary>What the server sends until it closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var received = new StringBuilder();
        while (await ReadAsync() is { Length: > 0 } text)
        {
            received.Append(text);
        }

        return received.ToString();
    }

    /// <summary>What the server sends next; empty: it closed the connection.</summary>
    public async Task<string> ReadAsync()
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await _client.GetStream().ReadAsync(buffer, patience.Token));
        }
        catch (IOException)
        {
            return "";
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
