using ActorCafe.Pictures.Charts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Studies;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Pictures.Tests.Charts;

/// <summary>Labels of few and many shops, stages and workers, with names short and long.</summary>
public sealed class LabelTests
{
    private const string LongName = "Kaffeehaus „Zur schönen Aussicht“ am Überlinger See: Grinder=2, cafe.seed=3, Machine=4 ☕";

    private static readonly string[] OwnStages = ["waiter", "grinder", "machine"];
    private static readonly string[] OwnSteps = ["accept", "grind", "brew"];
    private static readonly string[] OtherDrinks = ["espresso", "cappuccino", "latte", "tea", "hot-chocolate"];
    private static readonly string[] Essay = ["solo", "duplicated", "pipeline", "more-grinders", "more-machines"];

    [Fact]
    public async Task No_label_lies_over_another_or_over_the_edge()
    {
        var five = await Task.WhenAll(Essay.Select(async name => (await RecordedRuns.ShopAsync(name, "cafe.customers.orders=60")).Played));
        var large = (await RecordedRuns.ShopAsync("pipeline", "cafe.customers.orders=60", "cafe.customers.arrivals.mean=2s", "akka.actor.deployment./cafe/grinder.nr-of-instances=24")).Played;
        var seven = await SevenStagesAsync();
        RecordedShop[][] cases = [five, [five[0]], [five[2].Named(LongName)], [.. five.Select((shop, at) => shop.Named($"{LongName} {at}"))], [large], [seven], [seven.Named(LongName), large]];
        foreach (var chart in cases.SelectMany(ChartsOf))
        {
            TextBoxes.FindWrong(chart.Svg(Theme.Light)).ShouldBeEmpty($"{chart.Name}: {chart.Title}");
        }
    }

    private static IEnumerable<Chart> ChartsOf(IReadOnlyList<RecordedShop> shops)
    {
        yield return GanttChart.Wide(shops);
        yield return GanttChart.Narrow(shops);
        yield return ResponseChart.Of([.. shops.Select((shop, at) => new ResponseCurve(shop.Settings.Name, 30 * (at + 1), [new(12, 200, new(180, 220)), new(25, 4000, null)], [(10, 100), (25, 3900)], true))]);
        yield return SpeedUpChart.Of([.. shops.Select(shop => new SpeedUpCurve(shop.Settings.Name, shop.Settings.Stages[0].Name, 2, [(1, 1), (2, 1.3), (3, 1.33)], 4.0 / 3))]);
        foreach (var shop in shops)
        {
            yield return TimeSeriesChart.Progress(shop, "progress", shop.Recording.End);
            yield return TimeSeriesChart.Queues(shop, "queues", shop.Recording.End);
        }
    }

    private static async Task<RecordedShop> SevenStagesAsync()
    {
        string[] stages = ["reception", "triage", "laboratory-of-the-second-floor", "radiology", "doctor", "pharmacy", "cashier"];
        var steps = stages.Select(stage => $"cafe.step.{stage}.service={{ distribution = exponential, mean = 30s }}");
        return (await RecordedRuns.ShopAsync("pipeline",
        [
            .. steps, $"cafe.menu.coffee.steps=[{string.Join(',', stages)}]", $"cafe.stages=[{string.Join(',', stages)}]", "cafe.customers.orders=60",
            .. OwnStages.SelectMany(stage => new[] { $"cafe.stage.{stage}=null", $"akka.actor.deployment./cafe/{stage}=null" }),
            .. OwnSteps.Select(step => $"cafe.step.{step}=null"),
            .. OtherDrinks.Select(drink => $"cafe.menu.{drink}=null"),
            .. stages.SelectMany(stage => new[] { $"cafe.stage.{stage}.performs=[{stage}]", $"akka.actor.deployment./cafe/{stage}={{ router = shared-queue-pool, nr-of-instances = 2 }}" }),
        ])).Played;
    }
}
