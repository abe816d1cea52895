using ActorCafe.Benchmarks.Simulators;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Stages;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>ActorCafe's own pools, queues and orders on Akka's default dispatcher. Only the workers differ: they serve in no time.</summary>
internal sealed class PoolChain : IChain
{
    private readonly ActorSystem _system;
    private readonly IActorRef _counter;

    public PoolChain(string router)
    {
        Name = $"ActorCafe, {router}";
        var shop = new CafeModel(1).Shop(router);
        _system = ActorSystem.Create("pools", $$"""
            akka { loglevel = off, stdout-loglevel = off, log-dead-letters = off }
            akka.actor.router.type-mapping {
              shared-queue-pool = "{{typeof(SharedQueuePool).AssemblyQualifiedName}}"
              round-robin-pool = "{{typeof(RoundRobinQueuePool).AssemblyQualifiedName}}"
            }
            {{ShopContext.Dispatcher}} { type = Dispatcher }
            {{string.Concat(shop.Stages.Select(stage => $"akka.actor.deployment./{stage.Name} {{ router = {router}, nr-of-instances = {stage.Workers} }}\n"))}}
            """);
        var clock = new WallClock(TimeProvider.System, 1);
        var context = new ShopContext(new ShopModel(shop), clock, NullObserver.Instance);
        _counter = _system.ActorOf(Props.Create(() => new PoolCounter(context)), "counter");
        context.PickUpCounter = _counter;
        context.Root = _system.DeadLetters;
        foreach (var stage in shop.Stages)
        {
            context.Pools[stage.Index] = _system.ActorOf(Props.Create(() => new PoolWorker(context)).WithRouter(FromConfig.Instance), stage.Name);
            context.Pools[stage.Index].Tell(new StageQueue.Open(context, stage));
        }

        // Reading a stopped clock costs nothing.
        clock.Release();
    }

    public string Name { get; }

    public Task RunAsync(long orders, int inFlight)
    {
        var turnstile = new Turnstile(orders, inFlight);
        _counter.Tell(new Begin(turnstile, inFlight));
        return turnstile.Done;
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();
}
