using ActorCafe.Benchmarks.Simulators;
using Proto;
using Proto.Router;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>Proto.Actor: three round-robin pools.</summary>
internal sealed class ProtoChain : IChain
{
    private readonly ActorSystem _system = new();
    private readonly PID _counter;

    public ProtoChain()
    {
        _counter = _system.Root.Spawn(Props.FromProducer(() => new Counter()));
        var next = _counter;
        for (var stage = CafeModel.Steps.Length - 1; stage >= 0; stage--)
        {
            var after = next;
            next = _system.Root.Spawn(_system.Root.NewRoundRobinPool(Props.FromProducer(() => new Passer(after)), CafeModel.Workers(stage)));
        }

        _system.Root.Send(_counter, next);
    }

    public string Name => "Proto.Actor, round-robin pools";

    public Task RunAsync(long orders, int inFlight)
    {
        var turnstile = new Turnstile(orders, inFlight);
        _system.Root.Send(_counter, new Begin(turnstile, inFlight));
        return turnstile.Done;
    }

    public async ValueTask DisposeAsync() => await _system.ShutdownAsync();

    private sealed class Passer(PID next) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            if (context.Message is Token token)
            {
                context.Send(next, token);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Counter : IActor
    {
        private PID? _first;
        private Turnstile? _turnstile;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Token token when _turnstile!.Leave():
                    context.Send(_first!, token);
                    break;
                case Begin begin:
                    _turnstile = begin.Turnstile;
                    for (var one = 0; one < begin.InFlight; one++)
                    {
                        context.Send(_first!, new Token());
                    }

                    break;
                case PID first:
                    _first = first;
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
