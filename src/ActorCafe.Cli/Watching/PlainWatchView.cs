namespace ActorCafe.Cli.Watching;

/// <summary>For pipes, files and terminals without cursor control: a line at round shop times.</summary>
/// <param name="output">Receives the lines.</param>
/// <param name="pace">Shop seconds per second: the faster, the further apart the lines.</param>
internal sealed class PlainWatchView(TextWriter output, double pace)
{
    private const double SecondsBetween = 2;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    private readonly TimeSpan _step = Steps.FirstOrDefault(step => step.TotalSeconds >= pace * SecondsBetween, TimeSpan.FromDays(1));
    private long _told = -1;

    public static Task ShowAsync(WatchedRun watched, TextWriter output, double pace) =>
        watched.UntilOverAsync(new PlainWatchView(output, pace).Show, () => Task.CompletedTask);

    public void Show(ShopSnapshot snapshot)
    {
        var step = snapshot.Moment.Now.Ticks / _step.Ticks;
        if (step == _told)
        {
            return;
        }

        _told = step;
        output.WriteLine($"{DisplayFormat.Clock(step * _step)} {DisplayFormat.Count(snapshot.Served)} served{(snapshot.Lost == 0 ? "" : $", {DisplayFormat.Count(snapshot.Lost)} lost")}; {string.Join("; ", snapshot.Stages.Select(Words))}");
        output.Flush();
    }

    private static string Words(StageSnapshot stage)
    {
        var busy = stage.Workers.Count(worker => worker.Activity is not null);
        return $"{stage.Name} {DisplayFormat.Count(stage.Queue)} waiting, {DisplayFormat.Count(busy)} of {DisplayFormat.Count(stage.Workers.Length)} busy";
    }
}
