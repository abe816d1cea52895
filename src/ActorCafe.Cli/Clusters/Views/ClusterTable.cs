using ActorCafe.Cli.Tables;
using ActorCafe.Cli.Watching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>Draws a cluster within the width of a terminal: a long name is cut and a long list of machines wrapped, so that role and status always show.</summary>
internal static class ClusterTable
{
    private const int Gap = 2;
    private const int LeastForMachines = 12;

    public static Rows Draw(ClusterSnapshot cluster, int width)
    {
        int Width(string head, Func<NodeSnapshot, string> cell) => cluster.Nodes.Select(node => cell(node).Length).Append(head.Length).Max();
        var (role, status) = (Width("role", node => node.Role), Width("status", node => node.Status));
        var name = Math.Min(Width("node", node => node.Name), Math.Max(4, width - role - status - Math.Max(LeastForMachines, width / 4) - (3 * Gap)));
        var starts = new[] { 0, name + Gap, name + role + (2 * Gap), name + role + status + (3 * Gap) };
        IRenderable Line(Style style, params string[] cells) =>
            cells.Index().Aggregate(new TextLine(width), (line, cell) => line.PadTo(starts[cell.Index]).Add(cell.Item, style)).Drawn;

        IEnumerable<IRenderable> Node(NodeSnapshot node)
        {
            var style = node.Status == "Up" ? Style.Plain : new Style(Color.Olive);
            var machines = WordWrap.Wrap(node.Machines, Math.Max(1, width - starts[^1])).ToList();
            yield return Line(style, MeasureTable.Truncate(node.Name, name), node.Role, node.Status, machines[0]);
            foreach (var more in machines.Skip(1))
            {
                yield return Line(style, "", "", "", more);
            }
        }

        return new Rows(
        [
            Line(WatchColours.Faint, "node", "role", "status", "machines"),
            .. cluster.Nodes.SelectMany(Node),
            .. WordWrap.Wrap(cluster.OrdersLine, width).Select(text => new TextLine(width).Add(text).Drawn),
        ]);
    }
}
