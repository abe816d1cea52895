using Orleans.Concurrency;

namespace ActorCafe.Benchmarks.Messages;

/// <summary>A grain that takes tokens. One way: nobody waits for an answer, as with the other peers.</summary>
internal interface ITokenGrain : IGrain
{
    [OneWay]
    Task PassAsync(Token token);
}
