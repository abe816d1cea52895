using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;

namespace ActorCafe.Node.Http;

/// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
internal static class NodeOpenApi
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "ActorCafe";
        document.Info.Description =
            "Orders at the front of a café on a cluster. An order that was answered with 202 is on disk; sent again with the same id it is "
            + "the same order. Where the café asks for a key, it is shown in the header X-Api-Key.";
        // Clients know the public address; this process may listen behind a proxy.
        document.Servers?.Clear();
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
