using System.Globalization;
using System.Text;

namespace ActorCafe.Pictures.Report;

/// <summary>Writes flowcharts for Mermaid (https://mermaid.js.org).</summary>
public static class MermaidWriter
{
    public static string Write(IReadOnlyList<ShopFlowchart> structures)
    {
        ArgumentNullException.ThrowIfNull(structures);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var (at, structure) in structures.Index())
        {
            Write(text, $"s{at}", structure);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string id, ShopFlowchart structure)
    {
        string Box(int place) => place < 0 ? $"{id}in" : place == structure.Stages.Count ? $"{id}out" : Line($"{id}b{place}");

        text.Append(Line($"  subgraph {id}[\"{Safe(structure.Shop)}\"]\n    direction LR\n"));
        text.Append(Line($"    {id}in([\"{structure.Arrived} orders\"])\n"));
        foreach (var (place, stage) in structure.Stages.Index())
        {
            IEnumerable<string> lines = [$"{stage.Name} x {stage.Workers}", string.Join(", ", stage.Steps), stage.Router, $"busy {DisplayFormat.Percent(stage.Utilisation)}", .. stage.Notes];
            text.Append(Line($"    {Box(place)}[\"{string.Join("<br/>", lines.Select(Safe))}\"]\n"));
        }

        text.Append(Line($"    {id}out([\"{structure.Served} served\"])\n"));
        foreach (var arrow in structure.Arrows)
        {
            text.Append(Line($"    {Box(arrow.From)} -->{(arrow.Label.Length > 0 ? $"|{arrow.Label}|" : "")} {Box(arrow.To)}\n"));
        }

        text.Append("  end\n");
    }

    // Escapes characters that Mermaid or HTML would interpret.
    private static string Safe(string text) => string.Concat(text.Select(sign =>
        char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_' or '.' or ',' or '%' or '/' ? sign.ToString() : Line($"#{(int)sign};")));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
