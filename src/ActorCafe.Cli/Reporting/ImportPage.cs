using ActorCafe.Cli.Files;
using ActorCafe.Cli.Tables;
using ActorCafe.Import;
using ActorCafe.Import.Fitting;
using ActorCafe.Import.Orders;
using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Report;
using ActorCafe.Pictures.Sales;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Cli.Reporting;

/// <summary>The report of an import: what was read, when customers come, and how long the work takes.</summary>
internal static class ImportPage
{
    private const int HoursPerDay = 24;

    public static ReportPage Of(ImportedSales sales, ImportedFiles files) => new()
    {
        Title = $"{files.Name}: {ImportReport.Count(sales.Orders, "order")} on {ImportReport.Count(sales.Days.Length, "day")}",
        Asked = [new("Read", [.. sales.Files.Select(file => $"{file.Name}: {file.Format}")]), new("Written", [files.Shop, ImportReport.TracesOf(sales, files)])],
        Tables = [Rows(sales), Drinks(sales)],
        Words = [.. ImportReport.Overlaps(sales), .. ImportReport.Found(sales, files)],
        Structures = [],
        Sections = [new("When customers come", [new(Arrivals(sales)), .. Dispersion(sales)]), new("How long the work takes", [.. Service(sales)])],
        Closing = ["Ranges and bounds are those of 95% of Poisson processes. The pictures are of all orders read, the rates of the shop file of its day."],
    };

    private static ReportTable Rows(ImportedSales sales) => new(
        "The rows of each file",
        ["rows", "read", "orders", "dropped"],
        [.. sales.Files.Select(file => (file.Name, (IReadOnlyList<string>)[DisplayFormat.Count(file.Rows), DisplayFormat.Count(file.RowsRead), DisplayFormat.Count(file.Orders), DisplayFormat.Count(file.Rows - file.RowsRead)]))]);

    private static ReportTable Drinks(ImportedSales sales) => new(
        "The drinks",
        ["orders", "share", "service time"],
        [.. sales.Menu.Select(drink => (drink.Name, (IReadOnlyList<string>)[DisplayFormat.Count(drink.Orders), DisplayFormat.Percent((double)drink.Orders / sales.Orders), drink.Service?.Hocon ?? (sales.Service is null ? "a guess" : "that of all drinks")]))]);

    private static Chart Arrivals(ImportedSales sales) => ArrivalsChart.Of([.. sales.Days.Select(Of)], Of(sales.Chosen));

    // A day may be longer than that where rows have no date.
    private static DayArrivals Of(SalesDay day)
    {
        var (opens, closes) = ((int)day.Opens.TotalHours, (int)day.Closes.TotalHours);
        return new(day.Date is null ? "the day" : day.IsoDate, opens % HoursPerDay, [.. Enumerable.Range(opens, Math.Min(HoursPerDay, closes - opens)).Select(hour => day.HourlyRates[hour % HoursPerDay])]);
    }

    private static IEnumerable<ReportFigure> Dispersion(ImportedSales sales)
    {
        List<HourIndex> Indices(Func<HourDispersion, DispersionIndex?> of) =>
            [.. sales.Dispersion.ByHour.Where(hour => of(hour) is not null).Select(hour => new HourIndex(hour.Hour, of(hour)!.Index, of(hour)!.Low, of(hour)!.High))];

        if (!sales.Dispersion.ByHour.IsEmpty)
        {
            yield return new(DispersionChart.Of(Title(sales.Dispersion), Indices(hour => hour.WithinHour), Indices(hour => hour.BetweenDays)));
        }
    }

    private static string Title(ArrivalDispersion dispersion)
    {
        var within = dispersion.WithinHours switch
        {
            null => "There are too few orders to tell whether they come at random",
            { IsPoissonFair: true } => "Within an hour orders come at random, as a Poisson process",
            { Index: > 1 } => "Orders come in bursts",
            _ => "Orders come more regularly than a Poisson process",
        };
        return dispersion.BetweenDays switch
        {
            { IsPoissonFair: false, Index: > 1 } => $"{within}; days differ more than chance",
            { IsPoissonFair: true } => $"{within}; days differ by chance alone",
            _ => within,
        };
    }

    private static IEnumerable<ReportFigure> Service(ImportedSales sales)
    {
        if (sales.Service is { Curves.IsEmpty: false } fit)
        {
            var times = new MeasuredTimes(fit.Count, fit.Times, [.. fit.Curves.Select(curve => new TimeCurve(curve.Family, curve.Density, curve.Share))], ImportReport.Goodness(fit));
            yield return new(ServiceTimesChart.Histogram(times));
            yield return new(ServiceTimesChart.Shares(times));
        }
    }
}
