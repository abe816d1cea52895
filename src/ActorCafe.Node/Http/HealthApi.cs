using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorCafe.Node.Http;

/// <summary><c>/live</c>: the node's actors have not ended. <c>/ready</c>: this node is a member of its cluster that is up, and is not closing.</summary>
internal static class HealthApi
{
    private const string Live = "live";
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<ActorsLive>("actors", tags: [Live]).AddCheck<MemberIsUp>("member", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder web)
    {
        web.MapHealthChecks("/live", new() { Predicate = check => check.Tags.Contains(Live) });
        web.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains(Ready) });
    }

    /// <summary>What Akka.Hosting's own check asks, which wants the actor system to be the host's: see docs/decisions/0009.</summary>
    private sealed class ActorsLive(INodeActors actors) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(actors.Ended.IsCompleted ? HealthCheckResult.Unhealthy("the actors have ended") : HealthCheckResult.Healthy());
    }

    private sealed class MemberIsUp(NodeGate gate) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(gate.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(gate.IsClosing ? "closing" : "not up"));
    }
}
