using System.Diagnostics;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>
/// What a node lets be known of its orders, by what .NET itself has for that; who collects it, and where it goes, is the host's
/// business. docs/telemetry.md lists it all.
/// </summary>
public static class CafeTelemetry
{
    /// <summary>The name of the traces' source and of the meter.</summary>
    public const string Name = "ActorCafe";

    // One for the process: it costs nothing while nobody listens.
    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a span that belongs to whom it names and not to whatever happens to run here; null: nobody collects it.</summary>
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
    /// <param name="failure">What went wrong; null: nothing.</param>
    internal static void End(Activity span, string? failure)
    {
        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, failure);
        }

        using var _ = new Apart();
        span.Stop();
    }

    /// <summary>Beginning and ending a span change what is current; an actor's thread, or a request, is to keep its own.</summary>
    private readonly ref struct Apart
    {
        private readonly Activity? _current = Activity.Current;

        public Apart() => Activity.Current = null;

        public void Dispose() => Activity.Current = _current;
    }
}
