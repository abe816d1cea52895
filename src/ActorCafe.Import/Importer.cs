using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Configuration;
using ActorCafe.Import.Fitting;
using ActorCafe.Import.Orders;

namespace ActorCafe.Import;

/// <summary>Imports what tills and spreadsheets export.</summary>
public static class Importer
{
    /// <exception cref="InputException">A file cannot be read, or it does not say what is needed.</exception>
    public static ImportedSales Import(ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var drinks = new DrinkNames();
        var files = request.Files.Select(path => FileImport.Read(path, request, drinks)).ToArray();
        if (files.Length > 1 && Array.Find(files, file => file.Orders[0].Day is null) is { } undated)
        {
            throw new InputException(undated.Account.Name, "file", "it has no dates, so its rows cannot be put beside those of other files", "import it by itself");
        }

        var days = DaySplit.Of([.. files.SelectMany(file => file.Orders)], files[0].IsPlainSeconds);
        var measured = files.SelectMany(file => file.Services?.Measured ?? []).ToArray();
        return new()
        {
            Files = [.. files.Select(file => file.Account)],
            Overlaps = [.. FileOverlap.Among(files)],
            Days = days,
            Chosen = Choose(days, request.Day),
            Menu = Menu(drinks, days, measured),
            Renamed = [.. drinks.Changed],
            Service = measured.Length == 0 ? null : ServiceFit.Of(measured.Select(one => one.Seconds)),
            Dispersion = ArrivalDispersion.Of(days),
        };
    }

    // Of several days with as many orders, the earliest.
    private static SalesDay Choose(ImmutableArray<SalesDay> days, string? wanted)
    {
        if (wanted is null)
        {
            return days.MaxBy(day => day.Orders)!;
        }

        const string Option = "--day";
        var date = DateOnly.TryParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : throw new InputException(Option, wanted, "it is not a date", "write it as 2024-03-01");
        return days.FirstOrDefault(day => day.Date == date)
            ?? throw new InputException(Option, wanted, "there are no orders on that day", days[0].Date is null ? "the export has no dates: leave --day out" : $"the days are {days[0].IsoDate}{(days.Length > 1 ? $" to {days[^1].IsoDate}" : "")}");
    }

    private static ImmutableArray<ImportedDrink> Menu(DrinkNames drinks, ImmutableArray<SalesDay> days, (int Drink, double Seconds)[] measured)
    {
        var orders = new int[drinks.Names.Count];
        foreach (var order in days.SelectMany(day => day.Rows))
        {
            orders[order.Drink] += order.Quantity;
        }

        var services = measured.ToLookup(one => one.Drink, one => one.Seconds);
        return [.. drinks.Names.Select((name, drink) => new ImportedDrink(name, orders[drink], services[drink].Count() < ServiceFit.Fewest ? null : ServiceFit.Of(services[drink])))];
    }
}
