using ActorCafe.Cli.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>For terminals: a live table, with events in lines above it.</summary>
internal sealed class LiveClusterView : IClusterView
{
    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly LiveDisplayContext _display;

    private LiveClusterView(IAnsiConsole console, LiveDisplayContext display) => (_console, _display) = (console, display);

    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IClusterView, Task<T>> work) =>
        console.Live(Text.Empty).StartAsync(display => work(new LiveClusterView(console, display)));

    public void Announce(string line)
    {
        lock (_gate)
        {
            _console.WriteWrapped(line);
        }
    }

    public void Log(string line) => Announce(line);

    public void Show(ClusterSnapshot picture)
    {
        lock (_gate)
        {
            _display.UpdateTarget(Draw(picture));
        }
    }

    internal static Rows Draw(ClusterSnapshot picture)
    {
        var table = Tables.MeasureTable.Of("node", ["role", "status", "machines"]);
        foreach (var node in picture.Nodes)
        {
            table.Row(node.Name, [node.Role, node.Status, node.Machines], node.Status == "Up" ? Style.Plain : new Style(Color.Olive));
        }

        IRenderable orders = new Text(picture.OrdersLine);
        return new Rows(table, orders);
    }
}
