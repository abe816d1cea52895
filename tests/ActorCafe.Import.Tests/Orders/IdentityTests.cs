using System.Globalization;
using CsCheck;

namespace ActorCafe.Import.Tests.Orders;

public sealed class IdentityTests
{
    private static readonly string[] Drinks = ["tea", "Hot Chocolate", "Grüntee", "espresso-2"];
    private static readonly string[] Customers = ["Ann", "O'Neil, Bob", "Åsa \"the\" first", "17", "card"];

    private static readonly Gen<(string Customer, string Drink)> Who = Gen.Select(Gen.Int[0, Customers.Length - 1], Gen.Int[0, Drinks.Length - 1], (customer, drink) => (Customers[customer], Drinks[drink]));

    /// <summary>Times within 12 hours at most apart, as a trace has them in order.</summary>
    private static string Trace(IEnumerable<(string Time, (string Customer, string Drink) Who)> orders) => string.Concat(orders.Select(order =>
        $"{order.Time},{(order.Who.Customer.IndexOfAny([',', '"']) < 0 ? order.Who.Customer : $"\"{order.Who.Customer.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")},{order.Who.Drink}\n"));

    [Fact]
    public void Importing_a_trace_with_times_of_day_changes_nothing() => Gen.Select(Gen.Int[0, 30 * 36000], Who).List[1, 40].Sample(orders =>
    {
        var trace = Trace(orders.OrderBy(order => order.Item1).Select(order => (
            string.Create(CultureInfo.InvariantCulture, $"{order.Item1 / 36000:00}:{order.Item1 / 600 % 60:00}:{order.Item1 / 10 % 60:00}{(order.Item1 % 10 == 0 ? "" : $".{order.Item1 % 10}")}"), order.Item2)));

        Exports.Trace($"time,customer,drink\n{trace}").ShouldBe(trace);
    }, iter: 300);

    [Fact]
    public void Importing_a_trace_in_seconds_changes_nothing() => Gen.Select(Gen.Int[1, 1_000_000], Who).List[2, 40].Sample(orders =>
    {
        var trace = Trace(orders.OrderBy(order => order.Item1).Select(order => (((decimal)order.Item1 / 10).ToString("0.#", CultureInfo.InvariantCulture), order.Item2)).Append(("100001", ("Ann", "tea"))));

        Exports.Trace($"time,customer,drink\n{trace}").ShouldBe(trace);
    }, iter: 300);
}
