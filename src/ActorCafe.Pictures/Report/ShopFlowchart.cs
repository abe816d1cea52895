using System.Collections.Immutable;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Report;

/// <summary>A shop as a flowchart: boxes show its structure, numbers its parallelism.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="Arrived">Orders that were placed.</param>
/// <param name="Served">Orders that were served.</param>
/// <param name="Stages">The boxes, in order of stages.</param>
/// <param name="Arrows">The ways between boxes, by box.</param>
public sealed record ShopFlowchart(string Shop, long Arrived, long Served, IReadOnlyList<FlowchartStage> Stages, IReadOnlyList<FlowchartArrow> Arrows)
{
    public static ShopFlowchart Of(ShopSettings shop, ShopResult result)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(result);
        return new(
            shop.Name,
            result.Orders.Arrived,
            result.Orders.Served,
            [.. shop.Stages.Zip(result.Stages, (stage, measured) => new FlowchartStage(
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
            yield return $"room for {DisplayFormat.Count(room)} to wait, {(stage.WhenFull == WhenFull.Block ? "then blocks" : "then rejects")}";
        }

        if (stage.Priority)
        {
            yield return stage.Preempts ? "by priority, interrupting lower ones" : "by priority";
        }

        if (stage.Breakdown is { } breakdown)
        {
            yield return $"breaks down every {DisplayFormat.Time(breakdown.Up.Mean)}, repaired in {DisplayFormat.Time(breakdown.Repair.Mean)}";
        }

        if (!stage.Schedule.IsEmpty)
        {
            yield return $"then {DisplayFormat.Schedule(stage.Schedule)}";
        }
    }

    private static ImmutableArray<FlowchartArrow> ArrowsOf(ShopSettings shop)
    {
        // A trace says itself what is ordered.
        var hasShares = shop.Customers.Arrivals is not ArrivalSettings.Trace;
        var sold = shop.Menu.Where(drink => drink.Share > 0 || !hasShares).ToList();
        var all = sold.Sum(drink => drink.Share);
        var arrows = sold.SelectMany(drink =>
        {
            int[] path = [-1, .. drink.Recipe.Select(step => step.Stage), shop.Stages.Length];
            return path.Zip(path.Skip(1), (from, to) => (From: from, To: to)).Where(way => way.From != way.To).Distinct().Select(way => (way.From, way.To, drink.Share));
        });
        return [.. arrows.GroupBy(way => (way.From, way.To))
            .OrderBy(ways => ways.Key.From).ThenBy(ways => ways.Key.To)
            .Select(ways => new FlowchartArrow(ways.Key.From, ways.Key.To, hasShares ? ways.Sum(way => way.Share) / all : null))];
    }
}

/// <summary>A way that orders take from one box of a <see cref="ShopFlowchart"/> to another.</summary>
/// <param name="From">The index of a box; -1 is the arriving customers.</param>
/// <param name="To">The index of a box; one past the last is the served orders.</param>
/// <param name="Share">The share of orders that take it, by the shares of the menu; null if a trace says what is ordered.</param>
public sealed record FlowchartArrow(int From, int To, double? Share)
{
    /// <summary>The share as text; empty if all orders or an unknown share of them go this way.</summary>
    public string Label => Share is { } share && share < 1 - 1e-9 ? DisplayFormat.Level(share) : "";
}

/// <summary>A box of a <see cref="ShopFlowchart"/>.</summary>
/// <param name="Name">The name of the stage.</param>
/// <param name="Steps">The steps it performs.</param>
/// <param name="Workers">The size of the pool at opening.</param>
/// <param name="Router">The queue discipline.</param>
/// <param name="Utilisation">The share of worker time in service; null if nothing was measured.</param>
/// <param name="Notes">Other particulars.</param>
/// <param name="IsBottleneck">Whether it is the bottleneck.</param>
public sealed record FlowchartStage(
    string Name, IReadOnlyList<string> Steps, int Workers, string Router, double? Utilisation, IReadOnlyList<string> Notes, bool IsBottleneck);
