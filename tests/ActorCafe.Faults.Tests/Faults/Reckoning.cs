using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Customers, status and book compared: what was accepted is served, once.</summary>
/// <param name="Orders">Orders accepted and served.</param>
/// <param name="Repeats">Brews that nobody waited for any more.</param>
/// <param name="Responses">From an order's first sending to its coffee in hand, the shortest first.</param>
/// <param name="Rows">What the book has of them.</param>
internal sealed record Reckoning(int Orders, long Repeats, IReadOnlyList<TimeSpan> Responses, IReadOnlyList<BookFile.Row> Rows)
{
    /// <summary>The longest time from an order being in the book to its coffee in hand, of those in the book by then.</summary>
    public TimeSpan LongestInside(DateTimeOffset acceptedBefore) =>
        Rows.Where(row => row.AcceptedAt < acceptedBefore).Max(row => row.EndedAt!.Value - row.AcceptedAt);

    public TimeSpan Longest => Responses[^1];

    public TimeSpan Percentile99 => Responses[(int)Math.Ceiling(0.99 * Responses.Count) - 1];

    public static async Task<Reckoning> MakeAsync(RunningCafe cafe, Customers customers)
    {
        IReadOnlyList<BookFile.Row> book = [];
        // Those who come in with a front that was long away are thousands at once, and are served one after the other.
        var patience = TimeSpan.FromSeconds(30 + (customers.Placed / 100.0));
        await Until.NothingIsMissingAsync(patience, async () =>
        {
            if (await cafe.Front.StatusAsync() is not { Orders: var said } status)
            {
                return "the front does not answer";
            }

            book = await BookFile.ReadAsync(cafe.BookFile);
            var written = new Status.Counts(book.Count, book.Count(row => row.Outcome == "served"), book.Count(row => row.Outcome is null), book.Sum(row => row.Duplicates));
            var byMachines = status.Machines.Sum(machine => machine.Served);
            return said == written && said.Pending == 0 && byMachines == said.Served ? null : $"status says {said}, {byMachines} by machines, the book {written}";
        });

        customers.Accepted.Count.ShouldBe(customers.Placed, "every customer had a yes");
        var rows = book.Where(row => customers.Accepted.ContainsKey(row.Id)).ToArray();
        rows.Select(row => row.Id).Distinct().Count().ShouldBe(rows.Length, "an order stands in the book once");
        rows.Length.ShouldBe(customers.Accepted.Count, "every order with a yes is in the book");
        rows.ShouldAllBe(row => row.Outcome == "served" && row.Machine != null && row.EndedAt != null);
        return new Reckoning(
            rows.Length,
            rows.Sum(row => row.Duplicates),
            [.. rows.Select(row => row.EndedAt!.Value - customers.Accepted[row.Id]).Order()],
            rows);
    }
}
