using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ActorCafe.Node.Http;

/// <summary>The paths of a front on a node that is none.</summary>
internal static class NoFront
{
    public static void Map(IEndpointRouteBuilder web)
    {
        foreach (var path in new[] { "/orders/{**rest}", "/status" })
        {
            web.Map(path, () => Problems.Of(StatusCodes.Status404NotFound, "this node is no front; ask a node of role front")).ExcludeFromDescription();
        }
    }
}
