using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>For terminals: a live picture with keys, removed at the end.</summary>
internal static class LiveWatchView
{
    public static async Task ShowAsync(IAnsiConsole console, WatchedRun watched, WatchController controller, string shop, long? orders)
    {
        var glyphs = Glyphs.For(console, Environment.GetEnvironmentVariable);
        // A second Ctrl-C ends the process inside the live display, which has hidden the cursor.
        void LeavePicture(object? sender, EventArgs args)
        {
            console.Cursor.Show();
            console.WriteLine();
        }

        using var suspend = new SuspendHandler(console);
        AppDomain.CurrentDomain.ProcessExit += LeavePicture;
        try
        {
            await console.Live(Text.Empty).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
            {
                var width = console.Profile.Width;
                await watched.UntilOverAsync(
                    snapshot =>
                    {
                        // A narrower terminal has wrapped the lines on screen.
                        if (console.Profile.Width != width)
                        {
                            console.Clear();
                        }

                        width = console.Profile.Width;
                        display.UpdateTarget(new SnapshotRenderer(shop, orders, glyphs, width).Draw(snapshot, controller.Selected, controller.Message));
                    },
                    async () =>
                    {
                        if (suspend.IsRequested)
                        {
                            await controller.PausedAsync(suspend.StopAsync);
                        }

                        foreach (var key in WatchKey.Pressed())
                        {
                            await controller.DoAsync(key);
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
