using ActorCafe.Benchmarks.Simulators;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Plain Akka.NET: three round-robin pools, in which each worker forwards the message to the next pool.</summary>
internal sealed class AkkaChain : IChain
{
    private readonly ActorSystem _system = ActorSystem.Create("bare", "akka { loglevel = off, stdout-loglevel = off, log-dead-letters = off }");
    private readonly IActorRef _counter;

    public AkkaChain()
    {
        _counter = _system.ActorOf(Props.Create(() => new Counter()), "counter");
        var next = _counter;
        for (var stage = CafeModel.Steps.Length - 1; stage >= 0; stage--)
        {
            var after = next;
            next = _system.ActorOf(Props.Create(() => new Passer(after)).WithRouter(new RoundRobinPool(CafeModel.Workers(stage))), $"stage-{stage}");
        }

        _counter.Tell(next);
    }

    public string Name => "bare Akka.NET, round-robin pools";

    public Task RunAsync(long orders, int inFlight)
    {
        var turnstile = new Turnstile(orders, inFlight);
        _counter.Tell(new Begin(turnstile, inFlight));
        return turnstile.Done;
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();

    private sealed class Passer(IActorRef next) : UntypedActor
    {
        protected override void OnReceive(object message) => next.Tell(message, ActorRefs.NoSender);
    }

    private sealed class Counter : UntypedActor
    {
        private IActorRef _first = ActorRefs.Nobody;
        private Turnstile? _turnstile;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Token:
                    if (_turnstile!.Leave())
                    {
                        _first.Tell(message, ActorRefs.NoSender);
                    }

                    break;
                case Begin begin:
                    _turnstile = begin.Turnstile;
                    for (var one = 0; one < begin.InFlight; one++)
                    {
                        _first.Tell(new Token(), ActorRefs.NoSender);
                    }

                    break;
                case IActorRef first:
                    _first = first;
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }
    }
}
