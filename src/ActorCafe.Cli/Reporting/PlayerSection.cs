using ActorCafe.Floor.Embedding;
using ActorCafe.Floor.Facts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Report;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Reporting;

/// <summary>The part of a report in which the runs can be watched again.</summary>
internal static class PlayerSection
{
    private const string Heading = "Watch it again";

    /// <param name="played">The runs.</param>
    /// <param name="logs">What happened in the first replication of each; further logs are ignored.</param>
    public static ReportPlayer Of(IReadOnlyList<RecordedShop> played, IReadOnlyList<FactLog> logs)
    {
        var player = EmbeddedPlayer.Of([.. played.Zip(logs, (shop, log) => new RecordedPlay(shop.Settings, shop.Result.Each[0] with { Capacity = shop.Result.Capacity }, log))]);
        return player is null
            ? new(Heading, [$"There is no player here: the {(played.Count == 1 ? "run has" : "runs together have")} more than {DisplayFormat.Count(EmbeddedPlayer.MostFacts)} events, too many for a page. Simulate fewer orders, with --orders."], null)
            : new(Heading, [.. Lines(played)], new(player.Markup, player.Style, player.Script));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<RecordedShop> played)
    {
        yield return "Play, step or drag to any moment. The keys work after a click below; ? lists them. The address then holds the moment shown, for a link to it.";
        if (played.Any(shop => shop.Result.Replications > 1))
        {
            yield return "This is the first replication.";
        }

        if (played.Any(shop => shop.Settings.Statistics.WarmUp != WarmUp.None))
        {
            yield return "The means here count from opening, without a warm-up.";
        }
    }
}
