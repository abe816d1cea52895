using System.Diagnostics;

namespace ActorCafe.Time.Tests;

public class VirtualKernelPaceTests
{
    [Fact]
    public async Task A_paced_kernel_waits_for_the_wall()
    {
        await using var system = new VirtualTimeSystem();
        var kernel = system.Kernel;
        kernel.Pace = 1000;
        system.Start(actor =>
        {
            actor.OnPreStart = context => kernel.Schedule(TimeSpan.FromSeconds(100), 0, context.Self, "go");
            actor.ReceiveAny((_, _) => { });
        });
        var wall = Stopwatch.StartNew();

        system.Run();

        // 100 s at 1000 s per second is 0.1 s. A wait may end up to a millisecond early.
        wall.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(95));
    }

    [Fact]
    public async Task Removing_the_pace_ends_the_wait()
    {
        await using var system = new VirtualTimeSystem();
        var kernel = system.Kernel;
        kernel.Pace = 1;
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromDays(1), 0, context.Self, "go");
                kernel.Post(() => kernel.Pace = null);
            };
            actor.ReceiveAny((_, _) => { });
        });

        system.Run().ShouldBeFalse();

        kernel.Now.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Pace_0_stops_time_until_a_pace_is_set()
    {
        await using var system = new VirtualTimeSystem();
        var kernel = system.Kernel;
        var reached = new List<TimeSpan>();
        kernel.Pace = 0;
        system.Start(actor =>
        {
            actor.OnPreStart = context =>
            {
                kernel.Schedule(TimeSpan.FromSeconds(1), 0, context.Self, "go");
                kernel.Post(() =>
                {
                    reached.Add(kernel.Reached);
                    kernel.Post(() => kernel.Pace = 1e9);
                });
            };
            actor.ReceiveAny((_, _) => reached.Add(kernel.Reached));
        });

        system.Run().ShouldBeFalse();

        reached.ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(1)]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task An_invalid_pace_is_refused(double pace)
    {
        await using var system = new VirtualTimeSystem();

        Should.Throw<ArgumentOutOfRangeException>(() => system.Kernel.Pace = pace);
    }
}
