using Spectre.Console;

namespace ActorCafe.Cli.Playing;

/// <summary>A bar on standard error for what takes over a second, on a terminal only.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static async Task<T> ShowAsync<T>(string title, bool allowed, Func<IProgress<double>?, Task<T>> work)
    {
        if (!allowed || Console.IsErrorRedirected)
        {
            return await work(null);
        }

        var share = new Share();
        // Off this thread, so that work without an await can be watched too.
        var playing = Task.Run(() => work(share));
        if (!await EndsWithinAsync(playing, Patience))
        {
            await WatchAsync(title, playing, share);
        }

        return await playing;
    }

    private static Task WatchAsync(string title, Task playing, Share share) =>
        Terminal.For(Console.Error, redirected: false)
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(Markup.Escape(title), maxValue: 1);
                do
                {
                    bar.Value = share.Value;
                    // Where the end is not known the share stays 0.
                    bar.IsIndeterminate = share.Value == 0;
                }
                while (!await EndsWithinAsync(playing, Refresh));
            });

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time)
    {
        try
        {
            await task.WaitAsync(time);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
        catch (Exception) when (task.IsCompleted)
        {
            // Its failure belongs to whoever awaits the work itself.
            return true;
        }
    }

    private sealed class Share : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }
}
