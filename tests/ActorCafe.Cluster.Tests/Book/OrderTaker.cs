using System.Globalization;
using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Settings;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Tests.Book;

/// <summary>
/// The process that tests kill: takes orders and closes every second one until it is gone, and says on standard output what the
/// book has acknowledged, a line for each.
/// </summary>
internal static class OrderTaker
{
    private const int Callers = 16;

    public static async Task<int> Main(string[] args)
    {
        var at = new DateTimeOffset(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);
        await using var book = OrderBooks.Create(new BookSettings(Enum.Parse<BookStore>(args[0]), args[1]));
        await book.OpenAsync(CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(TakeAsync));
        return 0;

        async Task TakeAsync(int caller)
        {
            for (var i = 0; i < 100_000; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{caller}-{i}");
                var (order, _) = await book.AcceptAsync(new NewOrder(id, "coffee", null, at), CancellationToken.None);
                Say($"accepted {order.Number} {id} .");
                if (i % 2 == 0)
                {
                    continue;
                }

                await book.CloseAsync(new OrderEnd(order.Number, Outcome.Served, "machine-1", at), CancellationToken.None);
                Say($"closed {order.Number} {id} .");
            }
        }
    }

    // A line goes out in one write, and the dot tells a whole line from one cut by the kill.
    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
