using System.Diagnostics;
using System.Globalization;
using ActorCafe.OrderBook.Tests.Conditions;

namespace ActorCafe.OrderBook.Tests;

public abstract partial class OrderBookSpec
{
    [ConditionalFact]
    public async Task A_killed_process_has_lost_nothing_it_acknowledged()
    {
        var said = await KilledAfterAsync(lines: 2_000);

        await using var book = DurableOrderBook.Create(Settings);
        var open = await book.OpenAsync(NoCancellation);
        book.Totals.Pending.ShouldBe(open.Length);
        await RecountAsync(Settings, book.Totals);
        foreach (var (what, number, id) in said)
        {
            var order = await book.FindAsync(id, NoCancellation);
            order.ShouldNotBeNull($"{what} {number} {id}");
            order.Number.ShouldBe(number);
            if (what == "closed")
            {
                order.Outcome.ShouldBe(BookedOutcome.Served);
            }
        }

        // At most one unreported operation per caller was in progress.
        book.Totals.Accepted.ShouldBeInRange(said.Count(line => line.What == "accepted"), said.Count(line => line.What == "accepted") + 16);
        (await book.AcceptAsync(Order("after"), NoCancellation)).Order.Number.ShouldBe(book.Totals.Accepted);
    }

    private async Task<List<(string What, long Number, string Id)>> KilledAfterAsync(int lines)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(KillableProcess).Assembly.Location, Settings.Store.ToString(), Settings.Connection])
        {
            RedirectStandardOutput = true,
        })!;
        var said = new List<(string, long, string)>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is not [var what, var number, var id, "."])
            {
                continue;
            }

            said.Add((what, long.Parse(number, CultureInfo.InvariantCulture), id));
            if (said.Count == lines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        said.Count.ShouldBeGreaterThanOrEqualTo(lines);
        return said;
    }
}
