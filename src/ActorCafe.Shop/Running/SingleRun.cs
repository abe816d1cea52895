using System.Globalization;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace ActorCafe.Shop.Running;

/// <summary>Plays one run of a shop on an actor system of its own.</summary>
internal sealed class SingleRun(
    ShopSettings settings, Config config, ActorSystemSetup? setup, Recorder recorder, IShopTimeline? timeline = null, ShopControls? controls = null)
{
    private readonly IShopObserver _observer = timeline is null ? recorder : new TimelineObserver(recorder, timeline);

    public async Task<ShopResult> RunAsync(CancellationToken closeDoor)
    {
        // A thread of its own for starting and for virtual time: both block it, and the pool has few to spare.
        var (system, result) = await Task.Factory.StartNew(
            () => Begin(closeDoor), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        try
        {
            return await result.ConfigureAwait(false);
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }
    }

    private (ActorSystem System, Task<ShopResult> Result) Begin(CancellationToken closeDoor)
    {
        var system = ActorSystems.Create(config, setup);
        if (settings.Clock.Mode == ClockMode.Real)
        {
            return (system, RunRealAsync(system, closeDoor));
        }

        try
        {
            return (system, Task.FromResult(RunVirtual(system, closeDoor)));
        }
        catch (ShopFailedException failure)
        {
            return (system, Task.FromException<ShopResult>(failure));
        }
    }

    private ShopResult RunVirtual(ActorSystem system, CancellationToken closeDoor)
    {
        var kernel = ((VirtualScheduler)system.Scheduler).Kernel;
        kernel.Pace = settings.Clock.Mode == ClockMode.Paced ? settings.Clock.TimeScale : null;
        ShopEnd? end = null;
        var shop = new ShopContext(new ShopModel(settings), kernel, _observer);
        var root = system.ActorOf(
            CoffeeShop.Props(shop, how =>
            {
                end = how;
                kernel.Stop();
            }),
            "cafe");

        using var closing = closeDoor.Register(() => kernel.Post(() =>
        {
            // Those inside are finished at once, whatever the pace.
            controls?.LetGo();
            kernel.Pace = null;
            root.Tell(CoffeeShop.CloseDoor.Instance);
        }));

        controls?.Begin(kernel, root, settings.Stages.Length);
        try
        {
            kernel.Run(root);
        }
        catch (ForeignThreadException foreign)
        {
            throw end?.Failure ?? new ShopFailedException(foreign.Message, foreign);
        }
        finally
        {
            controls?.End();
        }

        var result = Result(end ?? throw Deadlock(), kernel.Events);
        return controls?.Count(result) ?? result;
    }

    private async Task<ShopResult> RunRealAsync(ActorSystem system, CancellationToken closeDoor)
    {
        // A file may name a dispatcher of another type: then a deadlock waits for the door to be closed by hand.
        var dispatcher = system.Dispatchers.Lookup(CoffeeShop.Dispatcher) as RealDispatcher;
        var clock = new RealClock(system.Scheduler, settings.Clock.TimeScale, dispatcher);
        var ended = new TaskCompletionSource<ShopEnd?>(TaskCreationOptions.RunContinuationsAsynchronously);
        dispatcher?.Drained = () => ended.TrySetResult(null);
        var observer = new SynchronizedObserver(_observer);
        var shop = new ShopContext(new ShopModel(settings), clock, observer);
        var root = system.ActorOf(CoffeeShop.Props(shop, end => ended.TrySetResult(end)), "cafe");
        using var closing = closeDoor.Register(() => root.Tell(CoffeeShop.StopNow.Instance));
        var end = await ended.Task.ConfigureAwait(false);

        // Workers may still report.
        return observer.Read(() => Result(end ?? throw Deadlock(), clock.Events));
    }

    private ShopResult Result(ShopEnd end, long events)
    {
        timeline?.Over(end.At);
        return end.Failure is { } failure ? throw failure : recorder.Result(end, events);
    }

    private ShopFailedException Deadlock() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"deadlock: {recorder.Inside} order(s) are still inside and nobody can go on, at {string.Join(", ", recorder.StagesInUse.DefaultIfEmpty("no stage"))}; every worker there waits for room or for an order that waits for them"));
}
