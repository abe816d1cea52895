using Spectre.Console;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>For terminals: a live table with events in lines above it, removed at the end.</summary>
internal sealed class LiveClusterView : IClusterView
{
    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly LiveDisplayContext _display;

    private LiveClusterView(IAnsiConsole console, LiveDisplayContext display) => (_console, _display) = (console, display);

    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IClusterView, Task<T>> work) =>
        console.Live(Text.Empty).AutoClear(true).StartAsync(display => work(new LiveClusterView(console, display)));

    public void Announce(string line)
    {
        lock (_gate)
        {
            _console.WriteWrapped(line);
        }
    }

    // A log that goes to a file leaves the terminal to the table.
    public void Log(string line)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
        }
        else
        {
            Announce(line);
        }
    }

    public void Show(ClusterSnapshot picture)
    {
        lock (_gate)
        {
            _display.UpdateTarget(ClusterTable.Draw(picture, _console.Profile.Width));
        }
    }
}
