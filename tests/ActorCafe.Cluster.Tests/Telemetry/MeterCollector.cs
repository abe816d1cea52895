using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ActorCafe.Cluster.Telemetry;

namespace ActorCafe.Cluster.Tests.Telemetry;

/// <summary>Collects the metrics of this process. All tests share them, so only one test at a time may collect.</summary>
internal sealed class MeterCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<double> _responseTimes = [];

    public MeterCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CafeTelemetry.Name)
            {
                _instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _values[Key(instrument, tags)] = value);
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _values[Key(instrument, tags)] = value);
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _responseTimes.Enqueue(value));
        _listener.Start();
    }

    public IEnumerable<string> Names => _instruments.Keys.Order(StringComparer.Ordinal);

    /// <summary>The response times, in seconds.</summary>
    public double[] ResponseTimes => [.. _responseTimes];

    public string? UnitOf(string name) => _instruments[name].Unit;

    /// <summary>The current value.</summary>
    /// <param name="name">The metric, with its stage if it has one: <c>cafe.stage.queue machine</c>.</param>
    public double Now(string name)
    {
        _listener.RecordObservableInstruments();
        return _values[name];
    }

    public void Dispose() => _listener.Dispose();

    private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
}
