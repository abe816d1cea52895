using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorCafe.Node.Http;

/// <summary><c>/live</c>: the process answers. <c>/ready</c>: this node is a member of its cluster that is up, and is not closing.</summary>
internal static class HealthApi
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<MemberIsUp>("member", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder web)
    {
        web.MapHealthChecks("/live", new() { Predicate = _ => false });
        web.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class MemberIsUp(NodeGate gate) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(gate.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(gate.IsClosing ? "closing" : "not up"));
    }
}
