using ActorCafe.Benchmarks.Simulators;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>A worker's grain, keyed by the worker's number and the step.</summary>
internal interface IOrleansPasser : ITokenGrain, IGrainWithIntegerCompoundKey;

internal sealed class OrleansPasser : Grain, IOrleansPasser
{
    private OrleansStage? _next;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.GetPrimaryKeyLong(out var step);
        _next = new(GrainFactory, Array.IndexOf(CafeModel.Steps, step) + 1);
        return Task.CompletedTask;
    }

    public Task PassAsync(Token token) => _next!.PassAsync(token);
}
