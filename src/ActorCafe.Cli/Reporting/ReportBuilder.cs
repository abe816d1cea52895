using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Floor.Facts;
using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Report;
using ActorCafe.Pictures.Studies;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Reporting;

/// <summary>Builds the report of simulated shops, including the extra runs that its charts need.</summary>
internal sealed class ReportBuilder(SimulationOptions options, GracefulShutdown shutdown)
{
    private const int Studies = 3;

    /// <summary>Writes the report and prints its path. Writes nothing if shutdown is requested before it is complete.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shops">The shops as loaded.</param>
    /// <param name="played">The recorded runs of the same shops.</param>
    /// <param name="logs">What happened in them.</param>
    /// <param name="tables">The measurements.</param>
    /// <param name="words">The sentences about them.</param>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public async Task WriteAsync(
        ReportFolder folder,
        IReadOnlyList<LoadedShop> shops,
        IReadOnlyList<RecordedShop> played,
        IReadOnlyList<FactLog> logs,
        IReadOnlyList<ReportTable> tables,
        IReadOnlyList<string> words)
    {
        var path = await ProgressBar.ShowAsync("report", !options.Quiet, async progress => await StudiedAsync(played, progress) is not { } studied ? null : folder.Write(new ReportPage
        {
            Title = played.Count == 1 ? RunReport.Title(played[0].Result) : $"{DisplayFormat.List([.. played.Select(shop => shop.Settings.Name)])}: the same customers",
            Asked = [.. Asked(shops)],
            Tables = tables,
            Words = words,
            Player = PlayerSection.Of(played, logs),
            Structures = [.. played.Select(shop => ShopFlowchart.Of(shop.Settings, shop.Result))],
            Sections = [.. Recorded(played), studied],
            Closing = [.. Closing(played)],
        }));
        if (path is null)
        {
            await Console.Error.WriteLineAsync("no report: closed before it was done");
        }
        else if (options.PrintsText)
        {
            Terminal.StandardOutput().WriteWrapped($"The report is in {path}.");
        }
    }

    // The flowchart shows how the shops are built.
    private static IEnumerable<ReportText> Asked(IReadOnlyList<LoadedShop> shops)
    {
        var customers = shops.Select(shop => ShopSummary.Customers(shop.Settings.Customers)).ToList();
        yield return new("Customers", customers.Distinct().Count() == 1 ? [customers[0]] : [.. shops.Zip(customers, (shop, line) => $"{shop.Settings.Name}: {line}")]);
        var given = shops.SelectMany(shop => HoconLines.GivenByOptions(shop.Tree)).Where(line => !line.StartsWith("cafe.seed", StringComparison.Ordinal)).Distinct().ToList();
        yield return new("Changed on the command line", given.Count == 0 ? ["nothing"] : given);
        yield return new("Seed", [.. shops.Select(shop => shop.Settings.Seed.ToString(CultureInfo.InvariantCulture)).Distinct()]);
    }

    private static IEnumerable<ReportSection> Recorded(IReadOnlyList<RecordedShop> played)
    {
        var until = played.Max(shop => shop.Recording.End);
        var names = ShopPaths.For("", played.Select(shop => shop.Settings.Name)).Select(name => name.TrimStart('.')).ToList();
        yield return new("Which worker serves which order", [new(GanttChart.Wide(played), GanttChart.Narrow(played))]);
        yield return new("Orders in progress and busy workers", [.. played.Zip(names, (shop, name) => new ReportFigure(TimeSeriesChart.Progress(shop, $"progress-{name}", until)))]);
        yield return new("Queues", [.. played.Zip(names, (shop, name) => new ReportFigure(TimeSeriesChart.Queues(shop, $"queues-{name}", until)))]);
    }

    /// <summary>Null if shutdown was requested.</summary>
    private async Task<ReportSection?> StudiedAsync(IReadOnlyList<RecordedShop> played, IProgress<double>? progress)
    {
        var shares = new CompositeProgress(progress, Studies);
        StudyOptions Study(int part) => new(options.Parallel, shares.Of(part), shutdown.Token);

        // Of several shops, studies the one with the largest capacity.
        var best = played.MaxBy(shop => shop.Result.CapacityPerHour ?? 0)!;
        try
        {
            var responses = await ResponseCurve.OfAsync(played.Select(shop => (shop.Settings, shop.Result.CapacityPerHour)), Study(0));
            var speedUps = await SpeedUpCurve.OfAsync(played.Select(shop => (shop.Settings, shop.Result.Bottleneck)), Study(1));
            var routers = await RouterStudy.OfAsync(best.Settings, best.Result.Bottleneck, Study(2));
            return new("What if: other customers, other pools, other queues",
            [
                .. responses.Count > 0 ? [new(ResponseChart.Of(responses))] : Array.Empty<ReportFigure>(),
                .. speedUps.Count > 0 ? [new(SpeedUpChart.Of(speedUps))] : Array.Empty<ReportFigure>(),
                .. routers is not null ? [new(RouterChart.Of(routers))] : Array.Empty<ReportFigure>(),
            ]);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Closing(IReadOnlyList<RecordedShop> played)
    {
        if (played.Any(shop => shop.Result.Replications > 1))
        {
            yield return "Tables: means over all replications. Pictures over time: the first replication.";
        }

        yield return $"Time in the shops is {played[0].Result.Clock}; the same settings and seed give the same figures again. Checksums of every order's times: {string.Join(", ", played.Select(shop => $"{shop.Settings.Name} {shop.Result.Checksum}"))}.";
    }
}

/// <summary>The tables of a report, with the same figures as the terminal's.</summary>
internal static class ReportTables
{
    /// <summary>For one shop: its stages, and the whole.</summary>
    public static IReadOnlyList<ReportTable> Of(ShopSettings shop, ShopResult result)
    {
        var facts = new List<(string Name, IReadOnlyList<string> Cells)>();
        foreach (var (name, value) in RunReport.Facts(shop, result))
        {
            if (name.Length > 0)
            {
                facts.Add((name, [value]));
            }
            else
            {
                facts[^1] = (facts[^1].Name, [$"{facts[^1].Cells[0]}\n{value}"]);
            }
        }

        return [new("The stages", RunReport.StageColumns(shop), [.. RunReport.StageRows(shop, result)]), new("The whole shop", [], facts)];
    }

    /// <summary>For several shops: side by side, and by how much they differ.</summary>
    public static IReadOnlyList<ReportTable> Of(IReadOnlyList<ShopSettings> shops, IReadOnlyList<ComparedResult> played)
    {
        var tables = new List<ReportTable> { Table(string.Join("; ", CompareReport.Explained(shops, played)), CompareReport.Cells(shops, played)) };
        if (played.Any(compared => compared.Difference is not null))
        {
            tables.Add(Table(PairedReport.Caption(played), PairedReport.Cells(shops[0], played)));
        }

        return tables;
    }

    private static ReportTable Table(string caption, (IReadOnlyList<string> Names, IReadOnlyList<(string Head, List<string> Cells)> Columns) cells) => new(
        caption,
        [.. cells.Columns.Select(column => column.Head)],
        [.. cells.Names.Select((name, row) => (name, (IReadOnlyList<string>)[.. cells.Columns.Select(column => column.Cells[row])]))]);
}
