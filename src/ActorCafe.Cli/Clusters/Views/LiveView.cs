using ActorCafe.Cli.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>For a terminal: a table that is always up to date, and what happens in lines above it.</summary>
internal sealed class LiveView : IClusterView
{
    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly LiveDisplayContext _display;

    private LiveView(IAnsiConsole console, LiveDisplayContext display) => (_console, _display) = (console, display);

    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IClusterView, Task<T>> work) =>
        console.Live(Text.Empty).StartAsync(display => work(new LiveView(console, display)));

    public void Say(string line)
    {
        lock (_gate)
        {
            _console.Say(line);
        }
    }

    public void Log(string line) => Say(line);

    public void Show(ClusterPicture picture)
    {
        lock (_gate)
        {
            _display.UpdateTarget(Draw(picture));
        }
    }

    internal static Rows Draw(ClusterPicture picture)
    {
        var table = Tables.Grid.Of("node", ["role", "status", "machines"]);
        foreach (var node in picture.Nodes)
        {
            table.Row(node.Name, [node.Role, node.Status, node.Machines], node.Status == "Up" ? Style.Plain : new Style(Color.Olive));
        }

        IRenderable orders = new Text(picture.OrdersLine);
        return new Rows(table, orders);
    }
}
