using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace ActorCafe.Node.Http;

/// <summary>
/// Closes connections on which nothing was ever sent. The server counts a new connection as kept alive, and so would let it hold its
/// place for as long as one that is used again and again.
/// </summary>
/// <param name="times">How long a client may take to send its first byte.</param>
internal sealed class SilentConnections(NodeTimeouts times)
{
    public ConnectionDelegate Close(ConnectionDelegate next) => async connection =>
    {
        if (await SpeaksAsync(connection))
        {
            await next(connection);
        }
    };

    private async Task<bool> SpeaksAsync(ConnectionContext connection)
    {
        // On shutdown the server asks connections to close; only those that wait for a request may.
        var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        using var late = new CancellationTokenSource(times.Receive, times.Clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, closing);
        try
        {
            var input = connection.Transport.Input;
            var first = await input.ReadAsync(over.Token);
            input.AdvanceTo(first.Buffer.Start);
            return !first.Buffer.IsEmpty;
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
