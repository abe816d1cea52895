using System.Reflection;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Node.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ActorCafe.Node.Telemetry;

/// <summary>Sends the traces and metrics of a node to an OpenTelemetry collector.</summary>
internal sealed class NodeTelemetry : IAsyncDisposable
{
    private readonly TimeSpan _flushTimeout;
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    /// <param name="settings">The node's settings.</param>
    /// <param name="collector">The collector's address.</param>
    /// <param name="address">The node's address in the cluster.</param>
    /// <param name="flushTimeout">Time limit for the last batch when the node ends.</param>
    public NodeTelemetry(NodeSettings settings, Uri collector, string address, TimeSpan flushTimeout)
    {
        _flushTimeout = flushTimeout;
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .AddSource(CafeTelemetry.Name)
            .AddOtlpExporter(SendTo)
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter(CafeTelemetry.Name)
            .AddOtlpExporter(SendTo)
            .Build();

        void Describe(ResourceBuilder node) => node
            .AddService("actorcafe", serviceVersion: Version, serviceInstanceId: address)
            .AddAttributes([new("role", NodeRoles.Names(settings.Roles))]);

        void SendTo(OtlpExporterOptions exporter)
        {
            exporter.Endpoint = collector;
            exporter.Protocol = OtlpExportProtocol.Grpc;
        }
    }

    private static string? Version => typeof(NodeTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>Sends the last batch within the time limit.</summary>
    public async ValueTask DisposeAsync()
    {
        var limit = (int)_flushTimeout.TotalMilliseconds;
        var last = Task.WhenAll(Task.Run(() => _traces.Shutdown(limit)), Task.Run(() => _metrics.Shutdown(limit)));
        await Task.WhenAny(last, Task.Delay(_flushTimeout, TimeProvider.System));

        // Disposing of an exporter that is still sending would wait for its timeout; its threads do not keep the process alive.
        if (last.IsCompletedSuccessfully && (await last).All(sent => sent))
        {
            _traces.Dispose();
            _metrics.Dispose();
        }
    }
}
