using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Routing;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Wraps a service time. Every few samples it kills all workers of the pool, adds some or removes some.</summary>
/// <param name="time">The wrapped service time.</param>
/// <param name="every">The number of samples between two disruptions.</param>
internal sealed class DisruptedDistribution(Distribution time, int every) : Distribution
{
    private const int ExtraWorkers = 5;

    private int _samples;

    public override double Mean => time.Mean;

    public override double Variance => time.Variance;

    public override double Sample(ref RandomStream random, long index)
    {
        var pool = InternalCurrentActorCellKeeper.Current!.Parent;
        var (disturbance, rest) = Math.DivRem(Interlocked.Increment(ref _samples), every);
        if (rest == 0)
        {
            object message = (disturbance % 4) switch
            {
                1 => new AdjustPoolSize(+ExtraWorkers),
                3 => new AdjustPoolSize(-ExtraWorkers),
                _ => new Broadcast(Kill.Instance),
            };
            pool.Tell(message, ActorRefs.NoSender);
        }

        return time.Sample(ref random, index);
    }
}
