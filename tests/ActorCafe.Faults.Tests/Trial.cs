using System.Diagnostics;
using System.Globalization;

namespace ActorCafe.Faults.Tests;

/// <summary>One fault under load: what was done, and what the customers, the front and the book say of it afterwards.</summary>
internal sealed class Trial : IDisposable
{
    /// <summary>Customers come for so long before the fault, and after all is well again.</summary>
    private const int OrdersBefore = 600;
    private const int OrdersAfter = 200;
    private const int MostOrders = 12_000;

    private readonly Cafe _cafe;
    private readonly Customers _customers;
    private readonly Task _coming;
    private readonly string _prefix;

    private Trial(Cafe cafe, string prefix)
    {
        _cafe = cafe;
        _prefix = prefix;
        _customers = new Customers(() => cafe.Orders, prefix);
        _coming = _customers.ComeAsync(MostOrders);
    }

    public Customers Customers => _customers;

    /// <summary>Lets the customers come; returns when the café is in full swing.</summary>
    public static async Task<Trial> BeginAsync(Cafe cafe, string prefix)
    {
        var trial = new Trial(cafe, prefix);
        await trial.CustomersAsync(OrdersBefore);
        return trial;
    }

    /// <summary>Ends when so many more customers have come.</summary>
    public Task CustomersAsync(int more)
    {
        var target = _customers.Came + more;
        return Until.TrueAsync(() => Task.FromResult(_customers.Came >= target || _coming.IsFaulted), "customers come", TimeSpan.FromSeconds(60));
    }

    /// <summary>Times how long it takes until all machines stand again.</summary>
    public async Task<double> RecoveryAsync(params string[] gone)
    {
        var clock = Stopwatch.StartNew();
        await _cafe.MachinesStandAsync(gone);
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>
    /// Lets the last customers come, waits until all are served, and checks it all: accepted = served by the customers' own list, the
    /// status and the book; no id twice; the sums agree.
    /// </summary>
    public async Task<Outcome> EndAsync()
    {
        await CustomersAsync(OrdersAfter);
        _customers.Enough();
        await _coming;
        await _cafe.ServedAsync(_customers.Accepted.Count);

        var status = (await _cafe.StatusAsync())!;
        var all = _cafe.Book.Rows();
        var rows = all.Where(row => row.Id.StartsWith(_prefix + "-", StringComparison.Ordinal)).ToArray();
        rows.Select(row => row.Id).Order(StringComparer.Ordinal).ShouldBe(_customers.Accepted.Order(StringComparer.Ordinal), "every accepted order is in the book, once, and no other");
        rows.ShouldAllBe(row => row.Outcome == "served");
        (status.Orders.Accepted, status.Orders.Served).ShouldBe((all.Count, all.Count));
        status.Orders.DuplicatesSuppressed.ShouldBe(all.Sum(row => row.Duplicates));
        status.Machines.Sum(machine => machine.Served).ShouldBe(all.Count);
        return new Outcome(rows.Length, rows.Select(row => row.Response!.Value).Order().ToArray(), rows.Sum(row => row.Duplicates));
    }

    public void Dispose() => _customers.Dispose();

    /// <param name="Orders">Orders of this trial.</param>
    /// <param name="Responses">Their times from accepted to served, seconds, ascending.</param>
    /// <param name="Repeats">Brews besides those that count.</param>
    internal sealed record Outcome(int Orders, double[] Responses, long Repeats)
    {
        public double Max => Responses[^1];

        /// <summary>A row of the recovery table.</summary>
        /// <param name="fault">What was done.</param>
        /// <param name="seed">The seed of the shop.</param>
        /// <param name="recovery">Seconds until all machines stood again; null: they were not touched.</param>
        public string Row(string fault, long seed, double? recovery) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {fault} | {seed} | {Orders} | {Responses[Responses.Length / 2]:F2} | {Responses[(int)(Responses.Length * 0.99)]:F2} | {Max:F1} | {recovery:F1} | {Repeats} |");
    }
}
