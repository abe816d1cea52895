using System.Diagnostics;
using ActorCafe.Cluster.Hosts;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>The span of an order's visit to a host, named after the stage.</summary>
internal static class VisitTrace
{
    /// <summary>Begins the span when the host takes the order; null: the order is not traced, or nobody collects spans here.</summary>
    public static Activity? Begin(HostMessage.Serve serve, string stage, string station)
    {
        if (serve.TraceParent is null || !ActivityContext.TryParse(serve.TraceParent, null, isRemote: true, out var order)
            || CafeTelemetry.Begin(stage, ActivityKind.Consumer, order) is not { } span)
        {
            return null;
        }

        return span.SetTag("cafe.order", serve.Order)
            .SetTag("cafe.drink", serve.Drink)
            .SetTag("cafe.stage", stage)
            .SetTag("cafe.station", station.Length == 0 ? null : station)
            .SetTag("cafe.repetition", serve.Repetition);
    }
}
