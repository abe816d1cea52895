using System.Globalization;
using ActorCafe.Cli.Commands;
using ActorCafe.Cli.Files;
using ActorCafe.Cli.Playing;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Report;
using ActorCafe.Pictures.Studies;

namespace ActorCafe.Cli.Reporting;

/// <summary>Makes a report of shops that were played, with the extra runs its pictures need.</summary>
internal sealed class Reporter(PlayOptions options, Door door)
{
    private const int Studies = 3;

    /// <summary>Writes it, and says where; nothing if the door was closed before it was done: there is no half of it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="shops">The shops as they were read.</param>
    /// <param name="played">The same as they were played.</param>
    /// <param name="tables">What was measured.</param>
    /// <param name="words">What that means.</param>
    /// <exception cref="OutputException">It could not be written.</exception>
    public async Task WriteAsync(
        ReportFolder folder, IReadOnlyList<LoadedShop> shops, IReadOnlyList<RecordedShop> played, IReadOnlyList<ReportTable> tables, IReadOnlyList<string> words)
    {
        var path = await ProgressBar.ShowAsync("report", !options.Quiet, async progress => await StudiedAsync(played, progress) is not { } studied ? null : folder.Write(new ReportPage
        {
            Title = played.Count == 1 ? RunReport.Title(played[0].Result) : $"{Human.And([.. played.Select(shop => shop.Settings.Name)])}: the same customers",
            Asked = [.. Asked(shops)],
            Tables = tables,
            Words = words,
            Structures = [.. played.Select(shop => Structure.Of(shop.Settings, shop.Result))],
            Sections = [.. Recorded(played), studied],
            Closing = [.. Closing(played)],
        }));
        if (path is null)
        {
            await Console.Error.WriteLineAsync("no report: closed before it was done");
        }
        else if (options.Talks)
        {
            Terminal.StandardOutput().Say($"The report is in {path}.");
        }
    }

    // How the shops are made stands in their structure.
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
        yield return new("Who works on what", [new(StripChart.Wide(played), StripChart.Narrow(played))]);
        yield return new("Orders in progress and busy workers", [.. played.Zip(names, (shop, name) => new ReportFigure(OverTime.Progress(shop, $"progress-{name}", until)))]);
        yield return new("Queues", [.. played.Zip(names, (shop, name) => new ReportFigure(OverTime.Queues(shop, $"queues-{name}", until)))]);
    }

    /// <summary>Null if the door was closed.</summary>
    private async Task<ReportSection?> StudiedAsync(IReadOnlyList<RecordedShop> played, IProgress<double>? progress)
    {
        var shares = new SharedProgress(progress, Studies);
        StudyOptions Study(int part) => new(options.Parallel, shares.Of(part), door.Closing);

        // Of several shops the one with the largest capacity.
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
