using ActorCafe.Cli.Watching;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class PlainWatchViewTests
{
    [Fact]
    public void A_line_is_told_at_each_round_time()
    {
        var output = new StringWriter { NewLine = "\n" };
        var watch = new PlainWatchView(output, 60);
        foreach (var second in new[] { 0, 6, 119, 126, 239, 252 })
        {
            watch.Show(SampleSnapshots.Pipeline with { Moment = SampleSnapshots.Pipeline.Moment with { Now = TimeSpan.FromSeconds(second) }, Lost = second == 252 ? 4 : 0 });
        }

        output.ToString().ShouldBe("""
            0:00:00 38 served; waiter 0 waiting, 1 of 1 busy; grinder 3 waiting, 2 of 3 busy; machine 134 waiting, 1 of 1 busy
            0:02:00 38 served; waiter 0 waiting, 1 of 1 busy; grinder 3 waiting, 2 of 3 busy; machine 134 waiting, 1 of 1 busy
            0:04:00 38 served, 4 lost; waiter 0 waiting, 1 of 1 busy; grinder 3 waiting, 2 of 3 busy; machine 134 waiting, 1 of 1 busy

            """);
    }
}
