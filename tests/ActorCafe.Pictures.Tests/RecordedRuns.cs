using ActorCafe.Configuration;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Studies;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Pictures.Tests;

/// <summary>Runs the essay's shops with a recording.</summary>
internal static class RecordedRuns
{
    /// <summary>A name made of characters that HTML, SVG and Mermaid interpret.</summary>
    public const string NastyName = "<b>\"Ada's\" & co</b> ] ; # é";

    public static StudyOptions Study => new(2, null, CancellationToken.None);

    public static Task<(RecordedShop Played, IReadOnlyList<(long Order, int Stage, int Worker, TimeSpan From, TimeSpan To)> Visits)> EssayAsync(string name) => ShopAsync(name);

    public static async Task<(RecordedShop Played, IReadOnlyList<(long Order, int Stage, int Worker, TimeSpan From, TimeSpan To)> Visits)> ShopAsync(string name, params string[] changes)
    {
        var settings = ShopFiles.LoadEmbedded($"{name}.conf", [.. changes.Select(change => new Override("--set", change))]).Settings;
        var recording = new ShopRecording(settings.Stages.Length, settings.Customers.OpensAt);
        var log = new VisitLog();
        var result = await Simulation.RunAsync(settings, new RunOptions { Timeline = _ => recording, OrderLog = _ => log });
        return (new(settings, result, recording), log.Visits);
    }

    /// <summary>The same shop with another name.</summary>
    public static RecordedShop Named(this RecordedShop shop, string name) =>
        shop with { Settings = shop.Settings with { Name = name }, Result = shop.Result with { Shop = name } };

    private sealed class VisitLog : IOrderLog
    {
        public List<(long Order, int Stage, int Worker, TimeSpan From, TimeSpan To)> Visits { get; } = [];

        public void Left(Order order)
        {
            for (var stage = 0; stage < order.Visits.Length; stage++)
            {
                if (order.Visits[stage] is { Started: { } from, Finished: { } to, Worker: var worker })
                {
                    Visits.Add((order.Number, stage, worker, from, to));
                }
            }
        }
    }
}
