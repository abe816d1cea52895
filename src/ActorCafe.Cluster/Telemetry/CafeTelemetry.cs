using System.Diagnostics;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>
/// Traces and metrics of a node's orders, through the diagnostics API of .NET. The process decides who collects them and where they go.
/// docs/telemetry.md lists them.
/// </summary>
internal static class CafeTelemetry
{
    /// <summary>The name of the activity source and the meter.</summary>
    public const string Name = "ActorCafe";

    // One per process; it costs nothing without a listener.
    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a span under an explicit parent instead of the current activity; null: nobody collects it.</summary>
    internal static Activity? Begin(string name, ActivityKind kind, ActivityContext parent)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        using var _ = new Apart();
        return Source.StartActivity(name, kind, parent);
    }

    /// <summary>Ends a span.</summary>
    /// <param name="span">The span.</param>
    /// <param name="failure">The error; null: success.</param>
    internal static void End(Activity span, string? failure)
    {
        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, failure);
        }

        using var _ = new Apart();
        span.Stop();
    }

    /// <summary>Restores the current activity of the thread or request, because beginning and ending a span change it.</summary>
    private readonly ref struct Apart
    {
        private readonly Activity? _current = Activity.Current;

        public Apart() => Activity.Current = null;

        public void Dispose() => Activity.Current = _current;
    }
}
