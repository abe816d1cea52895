using System.Threading.Tasks.Dataflow;
using ActorCafe.Benchmarks.Simulators;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>TPL Dataflow: one block per stage, with a parallelism of its number of workers.</summary>
internal sealed class DataflowChain : IChain
{
    private readonly TransformBlock<Token, Token>[] _stages;
    private readonly ActionBlock<Token> _counter;
    private Turnstile? _turnstile;

    public DataflowChain()
    {
        _stages = [.. CafeModel.Steps.Select((_, stage) => new TransformBlock<Token, Token>(
            token => token, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = CafeModel.Workers(stage), EnsureOrdered = false }))];
        _counter = new ActionBlock<Token>(token =>
        {
            if (_turnstile!.Leave())
            {
                _stages[0].Post(token);
            }
        });
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            _stages[stage].LinkTo(stage + 1 < _stages.Length ? _stages[stage + 1] : _counter);
        }
    }

    public string Name => "TPL Dataflow";

    public Task RunAsync(long orders, int inFlight)
    {
        _turnstile = new Turnstile(orders, inFlight);
        for (var one = 0; one < inFlight; one++)
        {
            _stages[0].Post(new Token());
        }

        return _turnstile.Done;
    }

    public ValueTask DisposeAsync()
    {
        _stages[0].Complete();
        return ValueTask.CompletedTask;
    }
}
