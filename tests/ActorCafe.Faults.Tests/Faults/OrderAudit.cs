using ActorCafe.Faults.Tests.Cafe;
using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Faults.Tests.Faults;

/// <summary>Compares customers, status and book: every accepted order is served once.</summary>
/// <param name="Orders">Orders accepted and served.</param>
/// <param name="Repeats">Brews that no order needed.</param>
/// <param name="Responses">From first sending to being served, ascending.</param>
/// <param name="Rows">The rows of the book.</param>
internal sealed record OrderAudit(int Orders, long Repeats, IReadOnlyList<TimeSpan> Responses, IReadOnlyList<BookFile.Row> Rows)
{
    /// <summary>The longest time from acceptance to being served.</summary>
    public TimeSpan LongestInside => Rows.Max(row => row.EndedAt!.Value - row.AcceptedAt);

    public TimeSpan Longest => Responses[^1];

    public TimeSpan Percentile99 => Responses[(int)Math.Ceiling(0.99 * Responses.Count) - 1];

    public static async Task<OrderAudit> MakeAsync(MultiProcessCafe cafe, SteadyCustomers customers)
    {
        IReadOnlyList<BookFile.Row> book = [];
        // After a long outage of the front thousands of orders arrive at once and are served one by one.
        var patience = TimeSpan.FromSeconds(30 + (customers.Placed / 100.0));
        await Eventually.NothingIsMissingAsync(patience, async () =>
        {
            if (await cafe.Front.StatusAsync() is not { Orders: var said } status)
            {
                return "the front does not answer";
            }

            book = await BookFile.ReadAsync(cafe.BookFile);
            var written = new Status.Counts(book.Count, book.Count(row => row.Outcome == "served"), book.Count(row => row.Outcome is null), book.Sum(row => row.Duplicates));
            var wrong = status.Machines.Where(machine => machine.Served != book.Count(row => row.Outcome == "served" && row.Machine == machine.Id)).Select(machine => machine.Id);
            return said == written && said.Pending == 0 && !wrong.Any()
                ? null
                : $"status says {said}, the book {written}; they differ on {string.Join(", ", wrong)}";
        });

        (customers.Accepted.Count + customers.LeftWithout.Count).ShouldBe(customers.Placed, "every customer had a yes, or left after a no");
        var rows = book.Where(row => customers.Accepted.ContainsKey(row.Id)).ToArray();
        rows.Select(row => row.Id).Distinct().Count().ShouldBe(rows.Length, "an order stands in the book once");
        rows.Length.ShouldBe(customers.Accepted.Count, "every order with a yes is in the book");
        rows.ShouldAllBe(row => row.Outcome == "served" && row.Machine != null && row.EndedAt != null);
        return new OrderAudit(
            rows.Length,
            rows.Sum(row => row.Duplicates),
            [.. rows.Select(row => row.EndedAt!.Value - customers.Accepted[row.Id]).Order()],
            rows);
    }
}
