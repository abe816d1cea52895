using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorCafe.Node.Http;

/// <summary>
/// Health checks. <c>/live</c>: the actors have not ended. <c>/ready</c>: this node is a member that is up, and is not shutting
/// down.
/// </summary>
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

    /// <summary>Akka.Hosting's own check requires the actor system to belong to the host: see docs/decisions/0009.</summary>
    private sealed class ActorsLive(INodeActors actors) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(actors.Ended.IsCompleted ? HealthCheckResult.Unhealthy("the actors have ended") : HealthCheckResult.Healthy());
    }

    private sealed class MemberIsUp(NodeReadiness readiness) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(readiness.Obstacle is { } obstacle ? HealthCheckResult.Unhealthy(obstacle) : HealthCheckResult.Healthy());
    }
}
