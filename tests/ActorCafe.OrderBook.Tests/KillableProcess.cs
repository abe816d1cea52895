using System.Globalization;

namespace ActorCafe.OrderBook.Tests;

/// <summary>
/// The process that a test kills. Accepts orders, closes every second one, and reports each acknowledgement of the book on a
/// line of standard output.
/// </summary>
internal static class KillableProcess
{
    private const int Callers = 16;

    public static async Task<int> Main(string[] args)
    {
        var at = new DateTimeOffset(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);
        await using var book = DurableOrderBook.Create(new BookSettings(Enum.Parse<BookStore>(args[0]), args[1]) { MaxOpen = long.MaxValue });
        await book.OpenAsync(CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(TakeAsync));
        return 0;

        async Task TakeAsync(int caller)
        {
            for (var i = 0; i < 100_000; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{caller}-{i}");
                var (order, _) = await book.AcceptAsync(new NewOrder(id, "coffee", null, at), CancellationToken.None);
                Report($"accepted {order.Number} {id} .");
                if (i % 2 == 0)
                {
                    continue;
                }

                await book.CloseAsync(new OrderEnd(order.Number, BookedOutcome.Served, "machine-1", at), CancellationToken.None);
                Report($"closed {order.Number} {id} .");
            }
        }
    }

    // Each line is a single write; the dot distinguishes a complete line from one cut off by the kill.
    private static void Report(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
