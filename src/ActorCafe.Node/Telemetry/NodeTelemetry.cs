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

/// <summary>Collects what a node lets be known and sends it to an OpenTelemetry collector.</summary>
internal sealed class NodeTelemetry : IAsyncDisposable
{
    private readonly TimeSpan _toSendTheLast;
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    /// <param name="settings">The node's settings.</param>
    /// <param name="collector">Where it goes.</param>
    /// <param name="address">The node's address in the cluster.</param>
    /// <param name="toSendTheLast">How long the collector may take for what is left when the node ends.</param>
    public NodeTelemetry(NodeSettings settings, Uri collector, string address, TimeSpan toSendTheLast)
    {
        _toSendTheLast = toSendTheLast;
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

    /// <summary>Sends what is left, as far as there is time for it.</summary>
    public async ValueTask DisposeAsync()
    {
        var limit = (int)_toSendTheLast.TotalMilliseconds;
        var last = Task.WhenAll(Task.Run(() => _traces.Shutdown(limit)), Task.Run(() => _metrics.Shutdown(limit)));
        await Task.WhenAny(last, Task.Delay(_toSendTheLast, TimeProvider.System));

        // Disposing of one that still sends would wait for it as long as an answer may take; its threads do not keep the process.
        if (last.IsCompletedSuccessfully && (await last).All(sent => sent))
        {
            _traces.Dispose();
            _metrics.Dispose();
        }
    }
}
