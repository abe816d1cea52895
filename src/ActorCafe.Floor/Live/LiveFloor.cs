using System.Globalization;
using System.Security.Cryptography;
using ActorCafe.Floor.Http;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActorCafe.Floor.Live;

/// <summary>The page of a shop that runs now, on a cluster, and the stream of what happens there. It changes nothing.</summary>
/// <param name="shop">The shop.</param>
/// <param name="time">Wall time.</param>
public sealed class LiveFloor(ShopSettings shop, TimeProvider time)
{
    /// <summary>Each holds one of the server's connections, which customers need too.</summary>
    private const int MostViewers = 100;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly LiveLog _log = new(shop);
    private readonly string _run = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private Func<TimeSpan>? _now;
    private Func<BookCounts>? _counts;
    private int _viewers;

    /// <summary>Takes what happens in the shop, from any thread, without waiting. Times need not be in order.</summary>
    public IShopTimeline Timeline => _log;

    /// <summary>The shop opens. Before that nobody is shown anything.</summary>
    /// <param name="now">The shop's clock.</param>
    /// <param name="counts">The counts of the order book.</param>
    public void Open(Func<TimeSpan> now, Func<BookCounts> counts)
    {
        _counts = counts;
        Volatile.Write(ref _now, now);
    }

    /// <summary>A node has another status.</summary>
    public void NodeChanged(LiveNode node) => _log.Add(new NodeChange(node), Now);

    /// <summary>A coffee machine is on another node.</summary>
    /// <param name="machine">Its name.</param>
    /// <param name="node">The node's address; null: it is on none.</param>
    public void MachineChanged(string machine, string? node) => _log.Add(new MachineChange(machine, node), Now);

    /// <summary>Answers a request for the page, its files, or what happens now.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FloorAnswers.GuardAsync(context, () => context.Request.Path.Value switch
        {
            FloorAnswers.Root + "/shops" => FloorAnswers.SendNoShopsAsync(context),
            FloorAnswers.Root + "/facts" when HttpMethods.IsGet(context.Request.Method) => StreamAsync(context),
            _ => FloorAnswers.SendPageAsync(context),
        });
    }

    private TimeSpan Now => Volatile.Read(ref _now)?.Invoke() ?? TimeSpan.Zero;

    private async Task StreamAsync(HttpContext context)
    {
        if (Volatile.Read(ref _now) is not { } now)
        {
            throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "The café is not open yet.");
        }

        try
        {
            if (Interlocked.Increment(ref _viewers) > MostViewers)
            {
                throw new RefusedException(StatusCodes.Status503ServiceUnavailable, $"{MostViewers} pages are already watching this café; close one of them.");
            }

            await StreamAsync(context, new LiveViewer(_log, new LiveMessages(shop, _run, _counts!), now, time, LastSeen(context.Request.Query)));
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    private async Task StreamAsync(HttpContext context, LiveViewer viewer)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var looks = new PeriodicTimer(BetweenLooks, time);
        context.Response.ContentType = "text/event-stream";
        try
        {
            // A viewer who comes back learns at once that it is connected, even if there is nothing to tell.
            await context.Response.Body.FlushAsync(ended.Token);
            do
            {
                if (viewer.Write(context.Response.BodyWriter))
                {
                    await context.Response.BodyWriter.FlushAsync(ended.Token);
                }
            }
            while (await looks.WaitForNextTickAsync(ended.Token));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The viewer has gone, or this server ends.
        }
    }

    /// <summary>The number of the last entry that the viewer has of this run; null: it has to begin anew.</summary>
    private long? LastSeen(IQueryCollection query) =>
        query["run"] == _run && long.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
