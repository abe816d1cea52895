using Spectre.Console;

namespace ActorCafe.Cli.Running;

/// <summary>A progress bar on standard error for work over a second, on terminals only.</summary>
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
        // Off this thread, so that work without an await is shown too.
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
                    // The share stays 0 if the end is not known.
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
            // Whoever awaits the work itself handles its failure.
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

/// <summary>Combines the progress of several pieces of work.</summary>
internal sealed class CompositeProgress(IProgress<double>? whole, int parts)
{
    private readonly double[] _shares = new double[parts];

    /// <summary>The progress of one piece; null if nobody watches.</summary>
    public IProgress<double>? Of(int part) => whole is null ? null : new Part(this, part);

    public void Done(int part) => Set(part, 1);

    private void Set(int part, double share)
    {
        _shares[part] = share;
        whole?.Report(_shares.Sum() / parts);
    }

    private sealed class Part(CompositeProgress all, int part) : IProgress<double>
    {
        public void Report(double value) => all.Set(part, value);
    }
}
