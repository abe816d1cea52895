using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Report;

/// <summary>A shop as boxes and arrows: the structure is the boxes, the parallelism is the numbers in them.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="Arrived">Orders that were placed.</param>
/// <param name="Served">Orders that were served.</param>
/// <param name="Stages">The boxes, in the order of the stages.</param>
/// <param name="Arrows">From box to box, by their places; -1 is the customers, one past the last is who is served.</param>
public sealed record Structure(string Shop, long Arrived, long Served, IReadOnlyList<StructureStage> Stages, IReadOnlyList<(int From, int To)> Arrows)
{
    public static Structure Of(ShopSettings shop, ShopResult result)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(result);
        return new(
            shop.Name,
            result.Orders.Arrived,
            result.Orders.Served,
            [.. shop.Stages.Zip(result.Stages, (stage, measured) => new StructureStage(
                stage.Name, stage.Performs, stage.Workers, stage.Router, measured.Utilisation, [.. Notes(stage)], stage.Name == result.Bottleneck))],
            ArrowsOf(shop));
    }

    private static IEnumerable<string> Notes(StageSettings stage)
    {
        if (stage.StaysWithOrder)
        {
            yield return "stays with the order until it is served";
        }

        if (stage.QueueCapacity is { } room)
        {
            yield return $"room for {Human.Count(room)} to wait, {(stage.WhenFull == WhenFull.Block ? "then blocks" : "then rejects")}";
        }

        if (stage.Priority)
        {
            yield return "by priority";
        }

        if (!stage.Schedule.IsEmpty)
        {
            yield return $"then {string.Join(", ", stage.Schedule.Select(change => $"{change.Workers} from {Human.Time(change.At.TotalSeconds)}"))}";
        }
    }

    private static ImmutableArray<(int From, int To)> ArrowsOf(ShopSettings shop)
    {
        var sold = shop.Menu.Where(drink => drink.Share > 0 || shop.Customers.Arrivals is ArrivalSettings.Trace);
        var arrows = sold.SelectMany(drink =>
        {
            int[] path = [-1, .. drink.Recipe.Select(step => step.Stage), shop.Stages.Length];
            return path.Zip(path.Skip(1)).Where(arrow => arrow.First != arrow.Second);
        });
        return [.. arrows.Distinct().OrderBy(arrow => arrow.First).ThenBy(arrow => arrow.Second)];
    }
}
