using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ActorCafe.Node.Http;

/// <summary>The probes, on both ports. <c>/live</c>: the actors have not ended. <c>/ready</c>: nothing keeps this node from its work.</summary>
/// <remarks>Akka.Hosting's own checks require the actor system to belong to the host: see docs/decisions/0009.</remarks>
internal sealed class HealthApi(INodeActors actors, NodeReadiness readiness)
{
    private const string LivePath = "/live";
    private const string ReadyPath = "/ready";
    private const string MediaType = "text/plain";

    public static bool IsProbe(PathString path) => path == LivePath || path == ReadyPath;

    public void Map(IEndpointRouteBuilder web)
    {
        Map(web, LivePath, Live, "Live", "Whether the node's actors run; a node that does not answer 200 has to be started again");
        Map(web, ReadyPath, Ready, "Ready", "Whether the node can do its work now; the answer says what it waits for");
    }

    private static void Map(IEndpointRouteBuilder web, string path, Func<ContentHttpResult> probe, string name, string summary)
    {
        web.MapGet(path, probe).WithName(name).WithSummary(summary).WithTags("Probes")
            .Produces<string>(StatusCodes.Status200OK, MediaType).Produces<string>(StatusCodes.Status503ServiceUnavailable, MediaType).Produces(StatusCodes.Status408RequestTimeout);
        web.MapMethods(path, [HttpMethods.Head], probe).ExcludeFromDescription();
    }

    private ContentHttpResult Live() => Answer(actors.Ended.IsCompleted ? "the actors have ended" : null);

    private ContentHttpResult Ready() => Answer(readiness.Obstacle);

    private static ContentHttpResult Answer(string? obstacle) => obstacle is null
        ? TypedResults.Text("Healthy", MediaType)
        : TypedResults.Text($"Unhealthy: {obstacle}", MediaType, statusCode: StatusCodes.Status503ServiceUnavailable);
}
