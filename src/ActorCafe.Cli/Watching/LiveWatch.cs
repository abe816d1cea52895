using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>For a terminal: a picture that is always up to date, and keys. Nothing is left of it at the end.</summary>
internal static class LiveWatch
{
    public static async Task ShowAsync(IAnsiConsole console, Watched watched, Conductor conductor, string shop, long? orders)
    {
        var marks = Marks.For(console, Environment.GetEnvironmentVariable);
        // A second Ctrl-C ends the process from inside the live display, which has hidden the cursor.
        void LeavePicture(object? sender, EventArgs args)
        {
            console.Cursor.Show();
            console.WriteLine();
        }

        using var suspension = new Suspension(console);
        AppDomain.CurrentDomain.ProcessExit += LeavePicture;
        try
        {
            await console.Live(Text.Empty).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
            {
                var width = console.Profile.Width;
                await watched.UntilOverAsync(
                    scene =>
                    {
                        // A narrower terminal has broken the lines that stand there.
                        if (console.Profile.Width != width)
                        {
                            console.Clear();
                        }

                        width = console.Profile.Width;
                        display.UpdateTarget(new ScenePicture(shop, orders, marks, width).Draw(scene, conductor.Selected, conductor.Said));
                    },
                    async () =>
                    {
                        if (suspension.IsAsked)
                        {
                            await conductor.PausedAsync(suspension.StopAsync);
                        }

                        foreach (var key in WatchKey.Pressed())
                        {
                            await conductor.DoAsync(key);
                        }
                    });
            });
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= LeavePicture;
        }
    }
}
