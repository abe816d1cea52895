using ActorCafe.Benchmarks.Simulators;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>The grains of a stage, or the counter after the last stage, called in turn, because Orleans has no router pools.</summary>
internal sealed class OrleansStage(IGrainFactory grains, int stage)
{
    private readonly ITokenGrain[] _grains = stage < CafeModel.Steps.Length
        ? [.. Enumerable.Range(0, CafeModel.Workers(stage)).Select(worker => grains.GetGrain<IOrleansPasser>(worker, CafeModel.Steps[stage]))]
        : [grains.GetGrain<IOrleansCounter>(0)];
    private int _turn;

    public Task PassAsync(Token token)
    {
        var grain = _grains[_turn];
        _turn = (_turn + 1) % _grains.Length;
        return grain.PassAsync(token);
    }
}
