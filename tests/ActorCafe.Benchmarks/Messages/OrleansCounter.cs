namespace ActorCafe.Benchmarks.Messages;

internal interface IOrleansCounter : ITokenGrain, IGrainWithIntegerKey
{
    Task BeginAsync();
}

/// <param name="run">The run, passed by reference, because Orleans copies the arguments of calls.</param>
internal sealed class OrleansCounter(OrleansCounter.Run run) : Grain, IOrleansCounter
{
    private OrleansStage? _first;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _first = new(GrainFactory, 0);
        return Task.CompletedTask;
    }

    public Task BeginAsync() =>
        Task.WhenAll(Enumerable.Range(0, run.Begin!.InFlight).Select(_ => _first!.PassAsync(new Token())));

    public Task PassAsync(Token token) => run.Begin!.Turnstile.Leave() ? _first!.PassAsync(token) : Task.CompletedTask;

    internal sealed class Run
    {
        public Begin? Begin { get; set; }
    }
}
