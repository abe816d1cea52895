using System.Diagnostics;
using ActorCafe.Cluster.Book;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Benchmarks.Book;

/// <summary>Callers who each bring an order, see it accepted, see it closed, and bring the next.</summary>
internal sealed class BookLoad(OrderBook book, int callers)
{
    private static readonly DateTimeOffset At = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private long _brought;

    public async Task<BookFigures> RunAsync(int orders)
    {
        var from = _brought;
        var commits = book.Commits;
        var ended = new long[orders];
        var took = new double[orders];
        var done = -1;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(BringAsync)));
        _brought = from + orders;
        return BookFigures.Of(begin, ended, took, book.Commits - commits);

        async Task BringAsync()
        {
            for (var next = Interlocked.Increment(ref _brought); next <= from + orders; next = Interlocked.Increment(ref _brought))
            {
                var start = Stopwatch.GetTimestamp();
                var (order, _) = await book.AcceptAsync(new NewOrder($"order-{next:D12}", "coffee", "Ada", At), CancellationToken.None);
                await book.CloseAsync(new OrderEnd(order.Number, Outcome.Served, "machine-1", At), CancellationToken.None);
                var place = Interlocked.Increment(ref done);
                ended[place] = Stopwatch.GetTimestamp();
                took[place] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }
    }
}

/// <param name="PerSecond">Orders accepted and closed, a second.</param>
/// <param name="SlowestTenthPerSecond">The same over the slowest tenth of the run: whether the rate is sustained.</param>
/// <param name="PerCommit">Orders by transaction synced.</param>
/// <param name="P50">From bringing an order to its end on disk, milliseconds.</param>
/// <param name="P99">The same, exceeded by one in a hundred.</param>
internal sealed record BookFigures(double PerSecond, double SlowestTenthPerSecond, double PerCommit, double P50, double P99)
{
    public static BookFigures Of(long begin, long[] ended, double[] took, long commits)
    {
        Array.Sort(ended);
        Array.Sort(took);
        var tenth = ended.Length / 10;
        var slowest = Enumerable.Range(0, 10).Min(part =>
            tenth / Stopwatch.GetElapsedTime(part == 0 ? begin : ended[part * tenth - 1], ended[(part + 1) * tenth - 1]).TotalSeconds);
        return new(
            ended.Length / Stopwatch.GetElapsedTime(begin, ended[^1]).TotalSeconds,
            slowest,
            (double)ended.Length / commits,
            took[took.Length / 2],
            took[took.Length * 99 / 100]);
    }
}
