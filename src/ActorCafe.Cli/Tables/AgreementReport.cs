using ActorCafe.Analysis.Prediction;
using ActorCafe.Cli.Files;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tables;

/// <summary>Prints theory beside simulation: a row for the wait at each stage and one for the time in shop.</summary>
internal static class AgreementReport
{
    private const int LongestName = 20;
    private const int LongestModel = 14;

    /// <param name="settings">Provides the confidence level, equal for all shops.</param>
    /// <param name="shops">The prediction and the measurement of each shop.</param>
    public static void Write(IAnsiConsole console, ShopSettings settings, IReadOnlyList<(ShopPrediction Prediction, ShopResult Result)> shops)
    {
        var level = DisplayFormat.Level(settings.Statistics.Confidence);
        var table = MeasureTable.Of("mean wait", ["model", "theory", "simulated", $"{level} sure\nfrom", "\nto", "\n"]);
        foreach (var (prediction, result) in shops)
        {
            if (shops.Count > 1)
            {
                table.Row(ShopColumns.Wrap(result.Shop, LongestName), Enumerable.Repeat("", 6));
            }

            foreach (var agreement in Agreement.Of(prediction, result))
            {
                table.Row((shops.Count > 1 ? "  " : "") + MeasureTable.Truncate(Name(agreement), LongestName), Cells(agreement));
            }
        }

        console.WriteLine(shops.Count > 1 ? "theory beside simulation: mean waits, and mean time in shop" : $"theory beside simulation: {shops[0].Result.Shop}");
        console.WriteLine();
        console.Write(table);
        var isSteady = shops.All(shop => shop.Result.SteadyState.Reached);
        var notes = Notes([.. shops.SelectMany(shop => Agreement.Of(shop.Prediction, shop.Result))], settings.Statistics.Confidence, isSteady).ToList();
        if (notes.Count > 0)
        {
            console.WriteLine();
        }

        notes.ForEach(console.WriteWrapped);
    }

    private static IEnumerable<string> Notes(IReadOnlyList<Agreement> rows, double confidence, bool isSteady)
    {
        if (rows.Any(row => row.Exactness == Exactness.Approximate))
        {
            yield return "~ is an approximation, and may differ by some percent.";
        }

        if (rows.Any(row => row is { Verdict: Verdict.NoInterval, MoreInShopThan: null }))
        {
            yield return isSteady
                ? "no interval: too few orders (1,000 make one, or --replications)."
                : "no interval: no steady state, so no long-run mean to compare with.";
        }

        if (rows.Any(row => row is { Verdict: Verdict.Differs, Exactness: Exactness.Exact }))
        {
            yield return $"Where an exact formula differs: one interval in {DisplayFormat.Count(Math.Round(1 / (1 - confidence)))} misses by chance, a shop opens empty (--set cafe.statistics.warm-up=auto), and one run of a busy shop may be too short (--orders, --replications).";
        }

        if (rows.Any(row => row.Verdict == Verdict.NoFormula))
        {
            yield return "no formula: actorcafe theory says why.";
        }
    }

    private static string Name(Agreement agreement) =>
        agreement.MoreInShopThan is { } number ? $"> {DisplayFormat.Count(number)} in shop" : agreement.What ?? "time in shop";

    private static string[] Cells(Agreement agreement)
    {
        Func<double?, string> format = agreement.MoreInShopThan is null ? DisplayFormat.Time : DisplayFormat.Percent;
        return
        [
            MeasureTable.Truncate(agreement.Model ?? "", LongestModel),
            agreement.MoreInShopThan is null ? TheoryReport.Time(agreement.Predicted, agreement.Exactness) : format(agreement.Predicted),
            format(agreement.Measured),
            format(agreement.Interval?.Low),
            format(agreement.Interval?.High),
            // One run has no interval for the number in shop, however long it is.
            agreement is { MoreInShopThan: not null, Verdict: Verdict.NoInterval } ? DisplayFormat.NoData : TheoryJson.Name(agreement.Verdict),
        ];
    }
}
