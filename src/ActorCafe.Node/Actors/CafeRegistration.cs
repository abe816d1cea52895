using ActorCafe.Cluster.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ActorCafe.Node.Actors;

/// <summary>What the command gives a node's host to run.</summary>
public static class CafeRegistration
{
    public static IServiceCollection AddCafe(this IServiceCollection services, NodeSettings settings) =>
        services.AddSingleton(settings).AddSingleton<INodeActors, CafeMember>();
}
