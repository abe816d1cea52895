using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using BenchmarkDotNet.Attributes;

namespace ActorCafe.Benchmarks.Small;

/// <summary>Measures the operations that every order needs, one by one.</summary>
[MemoryDiagnoser]
public class SmallBenchmark
{
    private readonly Exponential _service = new(60);
    private readonly RandomStreams _streams = new(1, Purpose.Of("service grind"));
    private readonly QuantileSketch _sketch = new();
    private readonly RunningMoments _moments = new();
    private readonly BatchMeans _batches = new();
    private TimeAverage _level;
    private long _order;
    private double _value;

    /// <summary>Draws a service time from a named random stream.</summary>
    [Benchmark]
    public double ServiceTime()
    {
        var stream = _streams.For(++_order);
        return _service.Sample(ref stream, _order);
    }

    /// <summary>Adds a waiting time to the quantiles.</summary>
    [Benchmark]
    public void Quantiles() => _sketch.Add(Next());

    /// <summary>Adds a waiting time to the mean, deviation and maximum.</summary>
    [Benchmark]
    public void Moments() => _moments.Add(Next());

    /// <summary>Adds a waiting time to the batches of the interval.</summary>
    [Benchmark]
    public void Batches() => _batches.Add(Next());

    /// <summary>Changes the length of a queue.</summary>
    [Benchmark]
    public void Level() => _level.Change(++_order, (_order & 1) == 0 ? 1 : -1);

    private double Next() => _value = _value > 1000 ? 0.1 : (_value * 1.1) + 0.01;
}
