using System.Globalization;
using System.Text.RegularExpressions;
using ActorCafe.Analysis.Planning;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary>Parses <c>--target</c>: <c>p95 &lt; 6m</c>, <c>wait(grinder) &lt; 30s</c>, <c>rejected &lt; 1%</c>.</summary>
internal static partial class TargetParser
{
    public const string Option = "--target";

    private static readonly Dictionary<string, (TargetMeasure Measure, bool OfStage)> Measures = new(StringComparer.Ordinal)
    {
        ["mean"] = (TargetMeasure.Mean, false),
        ["p50"] = (TargetMeasure.P50, false),
        ["p95"] = (TargetMeasure.P95, false),
        ["p99"] = (TargetMeasure.P99, false),
        ["max"] = (TargetMeasure.Max, false),
        ["wait"] = (TargetMeasure.Wait, true),
        ["rejected"] = (TargetMeasure.Rejected, false),
        ["reneged"] = (TargetMeasure.Reneged, false),
        ["utilisation"] = (TargetMeasure.Utilisation, true),
    };

    /// <exception cref="InputException">The text is not a target of this shop.</exception>
    public static Target Read(string text, ShopSettings shop)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw new InputException(Option, text.Length == 0 ? "(empty)" : text, "it is no target", $"write MEASURE < LIMIT, as in \"p95 < 6m\", \"wait({shop.Stages[0].Name}) < 30s\", \"rejected < 1%\" or \"utilisation({shop.Stages[^1].Name}) < 85%\"");
        }

        var word = match.Groups["measure"].Value;
        if (!Measures.TryGetValue(word, out var known))
        {
            throw new InputException(Option, text, $"nothing is measured as {word}", DidYouMean.AskForOption(word, Measures.Keys) ?? $"one of {string.Join(", ", Measures.Keys)}");
        }

        var target = new Target(Tidy(match), known.Measure, StageOf(text, match, known.OfStage, shop), 0);
        return target with { Limit = target.IsTime ? Time(text, match) : Share(text, match) };
    }

    private static string Tidy(Match match) =>
        match.Groups["measure"].Value + (match.Groups["stage"].Success ? $"({match.Groups["stage"].Value})" : "") + " < " + match.Groups["limit"].Value;

    private static int? StageOf(string text, Match match, bool ofStage, ShopSettings shop)
    {
        var stages = string.Join(", ", shop.Stages.Select(stage => stage.Name));
        if (!ofStage)
        {
            return match.Groups["stage"].Success ? throw new InputException(Option, text, "it is measured of the whole shop", "leave out the stage") : null;
        }

        if (!match.Groups["stage"].Success)
        {
            throw new InputException(Option, text, "it names no stage", $"one of {stages}, as in {match.Groups["measure"].Value}({shop.Stages[0].Name})");
        }

        return shop.Stages.FirstOrDefault(stage => stage.Name == match.Groups["stage"].Value)?.Index
            ?? throw new InputException(Option, text, $"the shop has no stage {match.Groups["stage"].Value}", $"one of {stages}");
    }

    private static double Time(string text, Match match)
    {
        if (!HoconDuration.TryParse(match.Groups["limit"].Value, out var time, out var problem))
        {
            var parts = problem.Split("; ", 2);
            throw new InputException(Option, text, parts[0], parts.Length > 1 ? parts[1] : "write a time such as 6m");
        }

        return time > TimeSpan.Zero ? time.TotalSeconds : throw new InputException(Option, text, "nothing takes less than no time", "write a time above 0");
    }

    private static double Share(string text, Match match)
    {
        var limit = match.Groups["limit"].Value;
        var percent = limit.EndsWith('%');
        return double.TryParse(limit.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (percent ? number / 100 : number) is > 0 and <= 1 and var share
            ? share
            : throw new InputException(Option, text, $"{limit} is no share", "write a percentage above 0% and up to 100%");
    }

    [GeneratedRegex(@"^\s*(?<measure>[a-z0-9-]+)\s*(\(\s*(?<stage>[\w-]+)\s*\))?\s*<=?\s*(?<limit>[0-9.+-]+\s*[a-z%]*)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
