using System.Globalization;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Shop.Running;

/// <summary>Runs a shop once, on an actor system of its own.</summary>
internal sealed class SingleRun(
    ShopSettings settings, Config config, Recorder recorder, IShopTimeline? timeline = null, ShopControls? controls = null)
{
    /// <summary>The run holds one of these while it goes on; null: it waits for none.</summary>
    public SemaphoreSlim? Slots { get; init; }

    public async Task<ShopResult> RunAsync(CancellationToken closeDoor)
    {
        await (Slots?.WaitAsync(CancellationToken.None) ?? Task.CompletedTask).ConfigureAwait(false);
        try
        {
            return await RunNowAsync(closeDoor).ConfigureAwait(false);
        }
        finally
        {
            Slots?.Release();
        }
    }

    private async Task<ShopResult> RunNowAsync(CancellationToken closeDoor)
    {
        // Starting a system and virtual time block their thread, and the thread pool has few to spare.
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
        var system = ActorSystems.Create(config);
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
            // The caller terminates the system anyway.
            return (system, Task.FromException<ShopResult>(failure));
        }
    }

    private ShopResult RunVirtual(ActorSystem system, CancellationToken closeDoor)
    {
        var kernel = ((VirtualScheduler)system.Scheduler).Kernel;
        kernel.StartAt(settings.Customers.OpensAt);
        kernel.Pace = settings.Clock.Mode == ClockMode.Paced ? settings.Clock.TimeScale : null;
        ShopEnd? end = null;
        var shop = CreateShop(kernel, isSynchronized: false);
        var prospects = new Prospects(settings, kernel, () => recorder.DownWorkers);
        var root = system.ActorOf(
            CoffeeShop.Props(shop, how =>
            {
                end = how;
                kernel.Stop();
            }),
            "cafe");

        kernel.GoesOnInBackground = () => GoesOn(prospects, () => kernel.Post(() => root.Tell(CoffeeShop.NobodyComes.Instance)));
        using var closing = closeDoor.Register(() => kernel.Post(() =>
        {
            // Orders inside are finished at once, whatever the pace.
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
        catch (ClockExhaustedException)
        {
            throw end?.Failure ?? OutOfTime();
        }
        finally
        {
            controls?.End();
        }

        var result = Result(end ?? throw Deadlock(), kernel.Events, prospects);
        return controls?.Count(result, end.Pools) ?? result;
    }

    private async Task<ShopResult> RunRealAsync(ActorSystem system, CancellationToken closeDoor)
    {
        // If a file names another type of dispatcher, a deadlock lasts until the run is stopped early.
        var dispatcher = system.Dispatchers.Lookup(ShopContext.Dispatcher) as RealDispatcher;
        var clock = new WallClock(TimeProvider.System, settings.Clock.TimeScale, dispatcher, settings.Customers.OpensAt);
        var ended = new TaskCompletionSource<ShopEnd?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shop = CreateShop(clock, isSynchronized: true);
        var prospects = new Prospects(settings, clock, () => ((GuardedObserver)shop.Observer).Read(() => recorder.DownWorkers.ToHashSet()));
        IActorRef root = ActorRefs.Nobody;
        dispatcher?.Drained = () =>
        {
            lock (prospects)
            {
                // A timer in the background may have rung meanwhile, or may ring now. What it changes is judged when the run has drained again.
                var begun = dispatcher.Begun;
                if (!dispatcher.IsBusy && !clock.IsLate && !GoesOn(prospects, () => root.Tell(CoffeeShop.NobodyComes.Instance), () => dispatcher.Begun != begun))
                {
                    ended.TrySetResult(null);
                }
            }
        };
        root = system.ActorOf(CoffeeShop.Props(shop, end => ended.TrySetResult(end), closeDoor.IsCancellationRequested), "cafe");
        using var closing = closeDoor.Register(() => root.Tell(CoffeeShop.StopNow.Instance));
        var end = await ended.Task.ConfigureAwait(false);

        // Workers may still report, so this reads under the observer's lock.
        return ((GuardedObserver)shop.Observer).Read(() => Result(end ?? throw Deadlock(), clock.Events, prospects));
    }

    /// <summary>Whether a run goes on in which only schedules and repairs are left. If nobody will come to work, those who wait are sent home.</summary>
    private static bool GoesOn(Prospects prospects, Action sendHome, Func<bool>? hasMovedOn = null)
    {
        if (prospects.MoreWorkersCome() || hasMovedOn?.Invoke() == true)
        {
            return true;
        }

        // They are sent home only once; after that nothing is left to wait for.
        if (prospects.Deserted.Count > 0 || !prospects.FindDeserted())
        {
            return false;
        }

        sendHome();
        return true;
    }

    /// <summary>Creates the shop's context. Guards its observer only if that runs foreign code or is called from several threads: a guard costs time.</summary>
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

    private ShopResult Result(ShopEnd end, long events, Prospects prospects)
    {
        if (end.Failure is { } failure)
        {
            throw failure;
        }

        // The real clock stops there; the virtual one ends the run.
        if (end.At == TimeSpan.MaxValue)
        {
            throw OutOfTime();
        }

        try
        {
            timeline?.Over(end.At);
        }
        catch (Exception error)
        {
            throw new ShopFailedException(error.Message, error);
        }

        return recorder.Result(end, events) with { Deserted = [.. prospects.Deserted.Select(stage => stage.Name)] };
    }

    private ShopFailedException OutOfTime() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"shop time ran out: the clock counts 29,247 years, and the next event is later; {recorder.Departed} order(s) have left, {recorder.Inside} are still inside, at {string.Join(", ", recorder.StagesInUse.DefaultIfEmpty("no stage"))}; use shorter times or fewer orders"));

    private ShopFailedException Deadlock() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"deadlock: {recorder.Inside} order(s) are still inside and no worker can continue, at {string.Join(", ", recorder.StagesInUse.DefaultIfEmpty("no stage"))}; every worker there waits for room or for an order that waits for them"));
}
