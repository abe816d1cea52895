using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ActorCafe.Node.Http;

/// <summary>The port of the probes alone. A connection is known by the port that accepted it, not by what the client says it called.</summary>
internal sealed class ManagementPort
{
    private static readonly ManagementPort Instance = new();

    private ManagementPort()
    {
    }

    /// <summary>Marks the connections of a port as those of the management port.</summary>
    public static void Mark(ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Features.Set(Instance);
        return next(connection);
    });

    /// <summary>Whether a request came in at this port.</summary>
    public static bool Received(HttpContext context) => context.Features.Get<ManagementPort>() is not null;

    /// <summary>Answers nothing but probes on this port.</summary>
    public static Task ServeProbesAsync(HttpContext context, RequestDelegate next) =>
        !Received(context) || HealthApi.IsProbe(context.Request.Path) ? next(context)
            : Problems.Of(StatusCodes.Status404NotFound, "this port answers /live and /ready only").ExecuteAsync(context);
}
