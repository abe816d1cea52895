using System.Globalization;
using System.Text;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Import.Orders;

namespace ActorCafe.Import.Writing;

/// <summary>Writes a shop file to start from: the chosen day, the menu, opening hours, and one stage.</summary>
public static class StarterShop
{
    /// <summary>The guess where no service time was measured, in seconds.</summary>
    public const double GuessedService = 60;

    // Above this utilisation queues grow long.
    private const double MostUtilisation = 0.85;
    private const int RatesPerLine = 12;

    /// <param name="sales">The import.</param>
    /// <param name="name">The shop's name.</param>
    public static string Of(ImportedSales sales, string name)
    {
        ArgumentNullException.ThrowIfNull(sales);
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        var day = sales.Chosen;
        Line($"# Written by actorcafe import. {Which(sales)}");
        Line($"cafe {{");
        Line($"  name = {HoconPath.InQuotes(name)}");
        Line($"");
        foreach (var line in Service(sales))
        {
            Line($"  {line}");
        }

        Line($"");
        Line($"  # A share is the number of orders{(sales.Days.Length > 1 ? " on all days" : "")}.");
        Line($"  menu {{");
        foreach (var drink in sales.Menu)
        {
            Line($"    {HoconPath.InQuotes(drink.Name)} {{ steps = [make], share = {drink.Orders}{(drink.Service is { } own ? $", service.make = {own.Hocon}" : "")} }}");
        }

        Line($"  }}");
        Line($"");
        Line($"  # One stage to begin with; docs/import.md says how to go on.");
        Line($"  stages = [counter]");
        Line($"  stage.counter {{ worker = server, performs = [make] }}");
        Line($"");
        Line($"  customers {{");
        Line($"    # A guess: the full hours around the first and the last order.");
        Line($"    opens-at = {Clock(day.Opens)}");
        Line($"    until = {Clock(day.Closes)}");
        Line($"    arrivals {{");
        Line($"      process = trace");
        Line($"      file = {HoconPath.InQuotes($"{name}/{day.FileName}")}");
        Line($"      # The orders per hour of this day, from midnight. With process = hourly they take the place of the trace.");
        Line($"      rates = [");
        foreach (var rates in day.HourlyRates.Chunk(RatesPerLine))
        {
            Line($"        {string.Join(", ", rates.Select(rate => rate.ToString("0.####", CultureInfo.InvariantCulture)))},");
        }

        text.Length -= 2;
        Line($"");
        Line($"      ]");
        Line($"    }}");
        Line($"  }}");
        Line($"}}");
        Line($"");
        Line($"# A guess: enough workers for the busiest hour.");
        Line($"akka.actor.deployment {{ /cafe/counter {{ router = shared-queue-pool, nr-of-instances = {Workers(sales)} }} }}");
        return text.ToString();
    }

    private static string Which(ImportedSales sales)
    {
        var day = sales.Chosen;
        return day.Date is null ? string.Create(CultureInfo.InvariantCulture, $"{sales.Orders} orders.")
            : sales.Days.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"{sales.Orders} orders on {day.IsoDate}.")
            : string.Create(CultureInfo.InvariantCulture, $"{sales.Orders} orders on {sales.Days.Length} days; {day.IsoDate} has {day.Orders}.");
    }

    private static IEnumerable<string> Service(ImportedSales sales)
    {
        if (sales.Service is not { } fit)
        {
            yield return "# A guess: the export does not say how long the work takes.";
            yield return string.Create(CultureInfo.InvariantCulture, $"step.make.service = {GuessedService}s");
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"# Fitted to {fit.Count} service times.");
        yield return $"step.make.service {(fit.Family == "deterministic" ? "= " : "")}{fit.Hocon}";
    }

    private static int Workers(ImportedSales sales) =>
        Math.Max(1, (int)Math.Ceiling(sales.Chosen.HourlyRates.Max() * (sales.Service?.Mean ?? GuessedService) / 3600 / MostUtilisation));

    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"\"{(int)time.TotalHours:00}:{time:mm\\:ss}\"");
}
