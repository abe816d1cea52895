using Orleans.Concurrency;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>A grain that takes tokens. Calls are one-way, as in the other chains.</summary>
internal interface ITokenGrain : IGrain
{
    [OneWay]
    Task PassAsync(Token token);
}
