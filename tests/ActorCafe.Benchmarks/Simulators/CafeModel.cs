using ActorCafe.Configuration;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Benchmarks.Simulators;

/// <summary>
/// The café that every simulator here runs: Poisson arrivals every 30 s on average; accept 20 s, grind 60 s, brew 90 s, exponential; 1, 3
/// and 4 workers. With the same seed, all except the external simulators draw the same numbers, so that their answers are equal.
/// </summary>
internal sealed class CafeModel
{
    public static readonly string[] Steps = ["accept", "grind", "brew"];

    private static readonly double[] Means = [20, 60, 90];
    private static readonly int[] Servers = [1, 3, 4];

    private readonly Exponential _gap = new(MeanGap);
    private readonly Exponential[] _services = [.. Means.Select(mean => new Exponential(mean))];
    private readonly RandomStreams _gaps;
    private readonly RandomStreams[] _works;

    public CafeModel(long orders, long seed = 1)
    {
        Orders = orders;
        Seed = seed;
        _gaps = new(seed, Purpose.Of("arrival"));
        _works = [.. Steps.Select(step => new RandomStreams(seed, Purpose.Of("service " + step)))];
    }

    public const double MeanGap = 30;

    public long Orders { get; }

    public long Seed { get; }

    /// <summary>The mean response time in steady state, in seconds. By Burke's theorem, every stage is an M/M/c queue (Jackson).</summary>
    public static double MeanResponse { get; } =
        Enumerable.Range(0, Steps.Length).Sum(stage => ErlangC.MeanResponse(Servers[stage], MeanGap, Means[stage]));

    public static double MeanService(int stage) => Means[stage];

    public static int Workers(int stage) => Servers[stage];

    /// <summary>The interarrival time before an order, numbered from 1, in ticks of 100 ns.</summary>
    public long Gap(long order)
    {
        var stream = _gaps.For(order);
        return Ticks(_gap.Sample(ref stream, order - 1));
    }

    /// <summary>The service time of an order at a stage, in ticks of 100 ns.</summary>
    public long Work(int stage, long order)
    {
        var stream = _works[stage].For(order);
        return Ticks(_services[stage].Sample(ref stream, order - 1));
    }

    /// <summary>The same café as a shop's settings.</summary>
    public ShopSettings Shop(string router = "shared-queue-pool") => ShopFiles.LoadEmbedded(
        "pipeline.conf",
        [
            new("--seed", $"{Seed}"),
            new("--orders", $"{Orders}"),
            new("--set", $"cafe.customers.arrivals.mean={MeanGap}s"),
            .. Steps.Select((step, stage) => new Override("--set", $"cafe.step.{step}.service.mean={Means[stage]}s")),
            .. StageNames.Select((stage, at) => new Override("--pool", $"{stage}={Servers[at]}")),
            .. StageNames.Select(stage => new Override("--set", $"akka.actor.deployment./cafe/{stage}.router={router}")),
        ]).Settings;

    private static readonly string[] StageNames = ["waiter", "grinder", "machine"];

    private static long Ticks(double seconds) => (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
}
