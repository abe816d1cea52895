using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>For terminals: a live picture with keys, removed at the end.</summary>
internal static class LiveWatchView
{
    // Five seconds; then the hint comes back.
    private const int SnapshotsPerMessage = 50;

    public static async Task ShowAsync(IAnsiConsole console, WatchedRun watched, WatchController controller, ShopSettings shop)
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
                var history = new WatchHistory();
                var (announced, age) = (0, 0);
                var drawn = (console.Profile.Width, console.Profile.Height);
                void Show(ShopSnapshot snapshot)
                {
                    var (width, height) = (console.Profile.Width, console.Profile.Height);
                    // A smaller terminal has wrapped or scrolled the lines on screen.
                    if (drawn != (width, height))
                    {
                        console.Clear();
                    }

                    drawn = (width, height);
                    history.Add(snapshot.Totals);
                    age = controller.Announced == announced ? age + 1 : 0;
                    announced = controller.Announced;
                    display.UpdateTarget(new SnapshotRenderer(shop, glyphs, width, height).Draw(snapshot, history, controller.Selected, age < SnapshotsPerMessage ? controller.Message : ""));
                }

                await watched.UntilOverAsync(
                    Show,
                    async () =>
                    {
                        if (suspend.IsRequested)
                        {
                            // The picture that is left behind, and the first one after it, show the same moment.
                            await controller.PausedAsync(async () =>
                            {
                                await watched.LookAsync(Show);
                                await suspend.StopAsync();
                                await watched.LookAsync(Show);
                            });
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
