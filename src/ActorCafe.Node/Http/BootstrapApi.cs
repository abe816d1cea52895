using Microsoft.AspNetCore.Http;

namespace ActorCafe.Node.Http;

/// <summary>What nodes ask each other while they look for a cluster, on the management port alone. The path is that of Akka.Management.</summary>
internal sealed class BootstrapApi(INodeActors actors)
{
    private const string Path = "/bootstrap/seed-nodes";

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != Path || !HttpMethods.IsGet(context.Request.Method) || !ManagementPort.Received(context))
        {
            return next(context);
        }

        return actors.SeedNodes is { } members
            ? TypedResults.Text(members, "application/json").ExecuteAsync(context)
            : Problems.NotNow(context, "this node is still starting").ExecuteAsync(context);
    }
}
