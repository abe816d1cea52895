using System.Diagnostics;
using ActorCafe.OrderBook;

namespace ActorCafe.Benchmarks.Book;

/// <summary>Callers that each place an order, wait until it is accepted, close it, and place the next.</summary>
internal sealed class BookLoad(DurableOrderBook book, int callers)
{
    private static readonly DateTimeOffset At = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private long _placed;

    public async Task<BookFigures> RunAsync(int orders)
    {
        var from = _placed;
        var commits = book.Commits;
        var ended = new long[orders];
        var took = new double[orders];
        var done = -1;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(PlaceAsync)));
        _placed = from + orders;
        return BookFigures.Of(begin, ended, took, book.Commits - commits);

        async Task PlaceAsync()
        {
            for (var next = Interlocked.Increment(ref _placed); next <= from + orders; next = Interlocked.Increment(ref _placed))
            {
                var start = Stopwatch.GetTimestamp();
                var (order, _) = await book.AcceptAsync(new NewOrder($"order-{next:D12}", "coffee", "Ada", At), CancellationToken.None);
                await book.CloseAsync(new OrderEnd(order.Number, BookedOutcome.Served, "machine-1", At), CancellationToken.None);
                var place = Interlocked.Increment(ref done);
                ended[place] = Stopwatch.GetTimestamp();
                took[place] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }
    }
}

/// <param name="PerSecond">Orders accepted and closed per second.</param>
/// <param name="SlowestTenthPerSecond">The same over the slowest tenth of the run: the sustained rate.</param>
/// <param name="PerCommit">Orders per transaction.</param>
/// <param name="P50">Median time from placing an order to its end on disk, in milliseconds.</param>
/// <param name="P99">The 99th percentile of that time, in milliseconds.</param>
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
