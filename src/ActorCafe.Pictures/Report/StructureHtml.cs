using System.Text;
using static ActorCafe.Pictures.Report.ReportHtml;

namespace ActorCafe.Pictures.Report;

/// <summary>
/// Writes flowcharts as HTML: a box per stage, an arrow between neighbours, and a bracket beside the boxes for each way that skips stages or
/// leads back. The style sheet lays the same elements out from left to right, or from top to bottom on narrow screens and for many stages.
/// </summary>
internal static class StructureHtml
{
    private const int MostSideBySide = 5;
    private const string UsualRouter = "shared-queue-pool";

    public static void Write(StringBuilder html, IReadOnlyList<ShopFlowchart> structures)
    {
        html.Append("<h2>Structure: the boxes; parallelism: the numbers in them</h2>\n");
        if (structures.Any(structure => structure.Arrows.Any(arrow => arrow.Label.Length > 0)))
        {
            html.Append("<p>A percentage is the share of all orders that go this way.</p>\n");
        }

        foreach (var structure in structures)
        {
            Write(html, structure);
        }

        html.Append(Text($"<details><summary>The same as Mermaid, to copy</summary>\n<pre>{Safe(MermaidWriter.Write(structures))}</pre>\n</details>\n"));
    }

    private static void Write(StringBuilder html, ShopFlowchart structure)
    {
        var over = Lanes([.. structure.Arrows.Where(arrow => arrow.To > arrow.From + 1)]);
        var back = Lanes([.. structure.Arrows.Where(arrow => arrow.To < arrow.From)]);
        var size = structure.Stages.Count > MostSideBySide ? " tall" : "";
        html.Append(Text($"<h3>{Safe(structure.Shop)}</h3>\n<div class=\"structure{size}\" style=\"--over:{over.Count}\">\n<div class=\"end\" style=\"--at:0\">{DisplayFormat.Count(structure.Arrived)} orders</div>\n"));
        foreach (var (place, stage) in structure.Stages.Index())
        {
            Stage(html, stage, place + 1, ArrowTo(structure, place));
        }

        html.Append(Text($"<div class=\"end\" style=\"--at:{structure.Stages.Count + 1}\">{ArrowTo(structure, structure.Stages.Count)}{DisplayFormat.Count(structure.Served)} served</div>\n"));
        Brackets(html, structure, over, "over");
        Brackets(html, structure, back, "back");
        html.Append("</div>\n");
    }

    /// <summary>The arrow from the box before; empty if no order goes this way.</summary>
    private static string ArrowTo(ShopFlowchart structure, int place) =>
        structure.Arrows.FirstOrDefault(arrow => arrow.From == place - 1 && arrow.To == place) is { } arrow
            ? $"<span class=\"arrow\"><span>{arrow.Label}</span><span class=\"head\" aria-hidden=\"true\">→</span></span>"
            : "";

    private static void Stage(StringBuilder html, FlowchartStage stage, int at, string arrow)
    {
        var share = Math.Clamp(stage.Utilisation ?? 0, 0, 1) * 100;
        html.Append(Text($"""
            <div class="stage{(stage.IsBottleneck ? " bottleneck" : "")}" style="--at:{at}">{arrow}
            <b>{Safe(stage.Name)} ×&#160;{stage.Workers}</b>{(stage.IsBottleneck ? " <i>bottleneck</i>" : "")}
            <span>{Safe(string.Join(", ", stage.Steps))}</span>

            """));
        foreach (var note in (IEnumerable<string>)[.. stage.Router == UsualRouter ? Array.Empty<string>() : [stage.Router], .. stage.Notes])
        {
            html.Append(Text($"<span>{Safe(note)}</span>\n"));
        }

        html.Append(Text($"<span>busy {DisplayFormat.Percent(stage.Utilisation)}</span>\n<svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{share:0.#}\" height=\"1\" /></svg>\n</div>\n"));
    }

    private static void Brackets(StringBuilder html, ShopFlowchart structure, IReadOnlyList<IReadOnlyList<FlowchartArrow>> lanes, string kind)
    {
        foreach (var (lane, arrows) in lanes.Index())
        {
            foreach (var arrow in arrows)
            {
                var (first, last) = (Math.Min(arrow.From, arrow.To) + 1, Math.Max(arrow.From, arrow.To) + 1);
                var label = arrow.Label.Length > 0 ? arrow.Label : "some";
                html.Append(Text($"<div class=\"bracket {kind}\" style=\"--first:{first};--last:{last};--lane:{lane}\" role=\"img\" aria-label=\"{Safe($"{label} from {NameOf(structure, arrow.From)} to {NameOf(structure, arrow.To)}")}\"><span>{arrow.Label}</span></div>\n"));
            }
        }
    }

    private static string NameOf(ShopFlowchart structure, int box) =>
        box < 0 ? "the door" : box == structure.Stages.Count ? "served" : structure.Stages[box].Name;

    /// <summary>Brackets that do not overlap share a lane; the shortest are next to the boxes.</summary>
    private static List<IReadOnlyList<FlowchartArrow>> Lanes(IReadOnlyList<FlowchartArrow> arrows)
    {
        var lanes = new List<List<FlowchartArrow>>();
        foreach (var arrow in arrows.OrderBy(arrow => Math.Abs(arrow.To - arrow.From)))
        {
            if (lanes.Find(lane => lane.TrueForAll(other => !Overlap(arrow, other))) is { } free)
            {
                free.Add(arrow);
            }
            else
            {
                lanes.Add([arrow]);
            }
        }

        return [.. lanes];
    }

    private static bool Overlap(FlowchartArrow one, FlowchartArrow other) =>
        Math.Min(one.From, one.To) < Math.Max(other.From, other.To) && Math.Min(other.From, other.To) < Math.Max(one.From, one.To);
}
