using ActorCafe.Benchmarks.Simulators;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Pools;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>ActorCafe's own pools, doors, lines and slips on Akka's ordinary dispatcher; only the workers serve in no time.</summary>
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
            {{CoffeeShop.Dispatcher}} { type = Dispatcher }
            {{string.Concat(shop.Stages.Select(stage => $"akka.actor.deployment./{stage.Name} {{ router = {router}, nr-of-instances = {stage.Workers} }}\n"))}}
            """);
        var clock = new RealClock(_system.Scheduler, 1);
        var floor = new ShopFloor(new Blueprint(shop), clock, new Unobserved());
        _counter = _system.ActorOf(Props.Create(() => new PoolCounter(floor)), "counter");
        floor.PickUpCounter = _counter;
        floor.Root = _system.DeadLetters;
        foreach (var stage in shop.Stages)
        {
            floor.Pools[stage.Index] = _system.ActorOf(Props.Create(() => new PoolWorker(floor)).WithRouter(FromConfig.Instance), stage.Name);
            floor.Pools[stage.Index].Tell(new StageDoor.Open(floor, stage));
        }

        // A clock that stands costs nothing to read.
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
