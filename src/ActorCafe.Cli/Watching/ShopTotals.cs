using System.Collections.Immutable;

namespace ActorCafe.Cli.Watching;

/// <summary>What has happened in a shop up to a moment. The difference of two totals gives the means of the time between them.</summary>
/// <param name="At">The moment.</param>
/// <param name="Served">Orders served.</param>
/// <param name="Concurrency">Orders in progress, summed over time in ticks.</param>
/// <param name="Parallelism">Workers in service, summed over time in ticks.</param>
/// <param name="Stages">The totals of each stage.</param>
internal sealed record ShopTotals(TimeSpan At, double Served, double Concurrency, double Parallelism, ImmutableArray<StageTotals> Stages)
{
    /// <summary>The totals at a time between this moment and a later one, if everything happened evenly.</summary>
    public ShopTotals Towards(ShopTotals later, TimeSpan time)
    {
        var share = later.At > At ? (time - At) / (later.At - At) : 0;
        double Between(double here, double there) => here + (share * (there - here));
        return new(
            time,
            Between(Served, later.Served),
            Between(Concurrency, later.Concurrency),
            Between(Parallelism, later.Parallelism),
            [.. Stages.Zip(later.Stages, (here, there) => new StageTotals(Between(here.Workers, there.Workers), Between(here.Busy, there.Busy), Between(here.Held, there.Held)))]);
    }
}

/// <summary>The time spent at a stage, summed over its workers, in ticks.</summary>
/// <param name="Workers">All of it.</param>
/// <param name="Busy">In service or handing over.</param>
/// <param name="Held">Held by an order after its service.</param>
internal readonly record struct StageTotals(double Workers, double Busy, double Held);
