using System.Globalization;
using ActorCafe.Cli.Files;
using ActorCafe.Import;
using ActorCafe.Import.Fitting;
using ActorCafe.Import.Orders;
using ActorCafe.Import.Writing;

namespace ActorCafe.Cli.Tables;

/// <summary>Says what an import read, dropped and merged, what it found, and what it wrote.</summary>
internal static class ImportReport
{
    private const int MostRenamed = 5;
    private const int MostOverlaps = 3;
    private const double PoorFit = 0.05;

    public static IEnumerable<string> Of(ImportedSales sales, ImportedFiles files) =>
        ((string[])[.. sales.Files.SelectMany(Account), .. Overlaps(sales), "", .. Found(sales, files), "", .. Written(sales, files)]).Select(OneLine);

    // A spreadsheet's cells may have line breaks.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static IEnumerable<string> Account(ImportedFile file)
    {
        yield return $"{file.Name}: {file.Format}, {(file.HeaderLine > 0 ? $"header in line {file.HeaderLine}" : "no header")}";
        foreach (var (role, column) in file.Columns)
        {
            yield return $"  {role.ToString().ToLowerInvariant(),-9} {column}";
        }

        var dropped = file.Rows - file.RowsRead;
        yield return $"  {Count(file.Rows, "row")}: {DisplayFormat.Count(file.RowsRead)} read as {Count(file.Orders, "order")}, {(dropped == 0 ? "none" : DisplayFormat.Count(dropped))} dropped";
        foreach (var reason in file.Dropped)
        {
            yield return $"    {DisplayFormat.Count(reason.Count),6}  {reason.Reason} ({(reason.Count == 1 ? "line" : "lines")} {string.Join(", ", reason.Lines)}{(reason.Count > reason.Lines.Length ? ", ..." : "")})";
        }

        foreach (var note in file.Notes)
        {
            yield return $"  {note}";
        }
    }

    /// <summary>Which files have rows in common.</summary>
    public static IEnumerable<string> Overlaps(ImportedSales sales)
    {
        foreach (var overlap in sales.Overlaps.Take(MostOverlaps))
        {
            var (are, count) = overlap.Rows == 1 ? ("is", "counts") : ("are", "count");
            var days = overlap.From == overlap.To ? $"on {overlap.From.Iso()}" : $"from {overlap.From.Iso()} to {overlap.To.Iso()}";
            yield return $"{overlap.Second}: {DisplayFormat.Count(overlap.Rows)} of its {DisplayFormat.Count(overlap.RowsRead)} rows {are} in {overlap.First} too, {days}, with the same time, drink and "
                + (overlap.HasCustomers ? $"customer, and {count} twice" : $"quantity, and {count} twice if they are the same sales")
                + ": leave one of the files out, or pick rows with --where";
        }

        if (sales.Overlaps.Length > MostOverlaps)
        {
            yield return $"{Count(sales.Overlaps.Length - MostOverlaps, "more pair")} of files with equal rows";
        }
    }

    /// <summary>What was found in the sales, in sentences.</summary>
    public static IEnumerable<string> Found(ImportedSales sales, ImportedFiles files)
    {
        yield return Days(sales);
        yield return $"{Count(sales.Menu.Length, "drink")} on the menu{Renamed(sales)}";
        yield return sales.Service is { } fit ? Service(fit) : $"Each drink takes {StarterShop.GuessedService} s: a guess, because there is no column of service times.";
        yield return Arrivals(sales.Dispersion.WithinHours);
        if (sales.Days.Length > 1)
        {
            yield return BetweenDays(sales.Dispersion, $"actorcafe plan --days {Argument($"{files.Traces}{Path.DirectorySeparatorChar}")} plans for each of them");
        }
    }

    private static string Days(ImportedSales sales)
    {
        var day = sales.Chosen;
        var hours = $"from {DisplayFormat.Clock(day.First)} to {DisplayFormat.Clock(day.Last)}";
        return day.Date is null ? $"No dates: one day of {Count(day.Orders, "order")}, {hours}."
            : sales.Days.Length == 1 ? $"One day, {day.IsoDate}, of {Count(day.Orders, "order")}, {hours}."
            : $"{Count(sales.Days.Length, "day")} from {sales.Days[0].IsoDate} to {sales.Days[^1].IsoDate}. The shop file has {day.IsoDate}: {Count(day.Orders, "order")}, {hours}.";
    }

    private static string Renamed(ImportedSales sales) => sales.Renamed.IsEmpty ? "."
        : $"; renamed or merged: {string.Join(", ", sales.Renamed.Take(MostRenamed).Select(pair => $"'{pair.Text}' is {pair.Name}"))}{(sales.Renamed.Length > MostRenamed ? $" and {sales.Renamed.Length - MostRenamed} more" : "")}.";

    private static string Service(ServiceFit fit) => fit switch
    {
        { Family: "deterministic" } => $"Service times: all {DisplayFormat.Time(fit.Mean)}, in {Count(fit.Count, "row")}.",
        { PValue: null } => $"Service times: mean {DisplayFormat.Time(fit.Mean)}, of {Count(fit.Count, "row")}, too few to fit: taken to be exponential.",
        _ => $"Service times: {fit.Family} fits best, mean {DisplayFormat.Time(fit.Mean)}{Shape(fit)}, of {Count(fit.Count, "row")}. {Goodness(fit)}",
    };

    /// <summary>How well a distribution fits.</summary>
    public static string Goodness(ServiceFit fit) => fit.PValue is not { } p ? "Too few times to say how well it fits."
        : $"Its distribution is at most {DisplayFormat.Percent(fit.Distance)} from the measured one (p = {p.ToString("0.00", CultureInfo.InvariantCulture)}): {(p < PoorFit ? "not a good fit, so use the measured times themselves where tails matter (distribution = empirical)." : "a fair fit.")}";

    private static string Arrivals(DispersionIndex? within) => within switch
    {
        null => "Arrivals: too few full hours to tell whether they are Poisson.",
        { IsPoissonFair: true } => $"Arrivals: {Index(within)}. Poisson arrivals (process = hourly) are a fair model.",
        { Index: > 1 } => $"Arrivals: {Index(within)}. They come in bursts, which process = hourly would smooth out: keep the trace.",
        _ => $"Arrivals: {Index(within)}. They are more regular than Poisson, which process = hourly would not be: keep the trace.",
    };

    private static string BetweenDays(ArrivalDispersion dispersion, string plan) => (dispersion.BetweenDays, dispersion.BetweenLikeDays) switch
    {
        (null, _) => "Days: too few full hours to tell whether they differ.",
        ({ IsPoissonFair: true } all, _) => $"Days: {Between(all)}. One rate per hour is fair for all of them.",
        ({ Index: < 1 } all, _) => $"Days: {Between(all)}. They are more alike than with process = hourly.",
        ({ } all, null) => $"Days: {Between(all)}. They differ more than chance, so the rates of one day do not hold for another: {plan}.",
        ({ } all, { IsPoissonFair: false, Index: > 1 } alike) => $"Days: {Between(all)}; between days of one weekday it is {Bounds(alike)}. Even those differ more than chance, so the rates of one day do not hold for another: {plan}.",
        ({ } all, { } alike) => $"Days: {Between(all)}; between days of one weekday it is {Bounds(alike)}. Weekdays differ, so each needs its own rates: {plan}.",
    };

    private static string Index(DispersionIndex dispersion) =>
        $"index of dispersion {DisplayFormat.Number(dispersion.Index)} over {Count(dispersion.Groups, "full hour")}; 95% of Poisson processes have {Range(dispersion)}";

    private static string Between(DispersionIndex dispersion) => $"index of dispersion {DisplayFormat.Number(dispersion.Index)} between the same hours of all days; 95% of Poisson processes with one rate per hour have {Range(dispersion)}";

    private static string Bounds(DispersionIndex dispersion) => $"{DisplayFormat.Number(dispersion.Index)} ({Range(dispersion)})";

    private static string Range(DispersionIndex dispersion) => $"{DisplayFormat.Number(dispersion.Low)} to {DisplayFormat.Number(dispersion.High)}";

    private static IEnumerable<string> Written(ImportedSales sales, ImportedFiles files)
    {
        yield return $"Wrote {files.Shop} and {TracesOf(sales, files)}.";
        var others = Directory.EnumerateFiles(files.Traces, "*.csv").Select(path => Path.GetFileName(path)!).Except(sales.Days.Select(day => day.FileName)).Order(StringComparer.Ordinal).ToArray();
        if (others.Length > 0)
        {
            yield return $"{files.Traces}{Path.DirectorySeparatorChar} also has {(others.Length == 1 ? others[0] : Count(others.Length, "other .csv file"))}, not from this import.";
        }

        yield return $"Run it: actorcafe run {Argument(files.Shop)}";
    }

    /// <summary>Where the traces are.</summary>
    public static string TracesOf(ImportedSales sales, ImportedFiles files) =>
        sales.Days.Length == 1 ? files.Trace(sales.Days[0]) : $"{Count(sales.Days.Length, "trace")} in {files.Traces}{Path.DirectorySeparatorChar}";

    private static string Argument(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private static string Shape(ServiceFit fit) => fit.ShapeName.Length == 0 ? "" : $", {fit.ShapeName} {DisplayFormat.Number(fit.Shape)}";

    /// <summary><c>1 order</c>, <c>1,200 orders</c>.</summary>
    public static string Count(int count, string thing) => $"{DisplayFormat.Count(count)} {thing}{(count == 1 ? "" : "s")}";
}
