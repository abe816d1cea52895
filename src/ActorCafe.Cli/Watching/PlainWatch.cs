namespace ActorCafe.Cli.Watching;

/// <summary>For a pipe, a file, or a terminal that cannot draw: a line now and then, at round shop times.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="pace">Shop seconds a second: the faster time goes, the further the lines are apart.</param>
internal sealed class PlainWatch(TextWriter output, double pace)
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

    public static Task ShowAsync(Watched watched, TextWriter output, double pace) =>
        watched.UntilOverAsync(new PlainWatch(output, pace).Show, () => Task.CompletedTask);

    public void Show(Scene scene)
    {
        var step = scene.Moment.Now.Ticks / _step.Ticks;
        if (step == _told)
        {
            return;
        }

        _told = step;
        output.WriteLine($"{ScenePicture.Clock(step * _step)} {Human.Count(scene.Served)} served{(scene.Lost == 0 ? "" : $", {Human.Count(scene.Lost)} lost")}; {string.Join("; ", scene.Stages.Select(Words))}");
        output.Flush();
    }

    private static string Words(StageScene stage)
    {
        var busy = stage.Workers.Count(seat => seat.Activity is not null);
        return $"{stage.Name} {Human.Count(stage.Queue)} waiting, {Human.Count(busy)} of {Human.Count(stage.Workers.Length)} busy";
    }
}
