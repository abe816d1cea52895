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
        catch (Exception failure)
        {
            // The system is ended all the same.
            return (system, Task.FromException<ShopResult>(failure));
        }
    }

    private ShopResult RunVirtual(ActorSystem system, CancellationToken closeDoor)
    {
        var kernel = ((VirtualScheduler)system.Scheduler).Kernel;
        kernel.Pace = settings.Clock.Mode == ClockMode.Paced ? settings.Clock.TimeScale : null;
        ShopEnd? end = null;
        var shop = CreateShop(kernel, isSynchronized: false);
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
            root.Tell(CoffeeShop.StopArrivals.Instance);
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
        var dispatcher = system.Dispatchers.Lookup(ShopContext.Dispatcher) as RealDispatcher;
        var clock = new WallClock(TimeProvider.System, settings.Clock.TimeScale, dispatcher);
        var ended = new TaskCompletionSource<ShopEnd?>(TaskCreationOptions.RunContinuationsAsynchronously);
        dispatcher?.Drained = () => ended.TrySetResult(null);
        var shop = CreateShop(clock, isSynchronized: true);
        var root = system.ActorOf(CoffeeShop.Props(shop, end => ended.TrySetResult(end)), "cafe");
        using var closing = closeDoor.Register(() => root.Tell(CoffeeShop.StopNow.Instance));
        var end = await ended.Task.ConfigureAwait(false);

        // Workers may still report.
        return ((GuardedObserver)shop.Observer).Read(() => Result(end ?? throw Deadlock(), clock.Events));
    }

    /// <summary>The shop's actors and their observer: guarded where it runs foreign code or hears from several threads, else bare, as each call counts.</summary>
    private ShopContext CreateShop(IClock clock, bool isSynchronized)
    {
        ShopContext? shop = null;
        IShopObserver observer = timeline is null ? recorder : new TimelineObserver(recorder, timeline);
        if (isSynchronized || timeline is not null || recorder.RunsForeignCode)
        {
            observer = new GuardedObserver(observer, isSynchronized, error => shop!.Root.Tell(new CoffeeShop.ObserverFailed(error), ActorRefs.NoSender));
        }

        return shop = new ShopContext(new ShopModel(settings), clock, observer);
    }

    private ShopResult Result(ShopEnd end, long events)
    {
        if (end.Failure is { } failure)
        {
            throw failure;
        }

        try
        {
            timeline?.Over(end.At);
        }
        catch (Exception error)
        {
            throw new ShopFailedException(error.Message, error);
        }

        return recorder.Result(end, events);
    }

    private ShopFailedException Deadlock() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"deadlock: {recorder.Inside} order(s) are still inside and nobody can go on, at {string.Join(", ", recorder.StagesInUse.DefaultIfEmpty("no stage"))}; every worker there waits for room or for an order that waits for them"));
}
