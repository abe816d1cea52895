using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ActorCafe.Node.Http;

/// <summary>Describes the API of this node at <c>/openapi/v1.json</c>.</summary>
internal static class NodeOpenApi
{
    private const string KeyScheme = "ApiKey";

    /// <param name="options">The options of the description.</param>
    /// <param name="needsKey">Whether the node asks for an API key; if it does not, the description does not mention one.</param>
    public static void Describe(OpenApiOptions options, bool needsKey)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "ActorCafe";
            document.Info.Description =
                "Orders at the front of a café on a cluster. An order answered with 202 is on disk. Sent again with the same id, it is the same order.";
            // Clients know the public address; this process may listen behind a proxy.
            document.Servers?.Clear();
            if (needsKey)
            {
                document.AddComponent(KeyScheme, new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = ApiKeyMiddleware.Header,
                    Description = "The key of this café",
                });
            }

            return Task.CompletedTask;
        });
        if (needsKey)
        {
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (ApiKeyMiddleware.IsGuarded($"/{context.Description.RelativePath}"))
                {
                    operation.Security = [new() { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
                }

                return Task.CompletedTask;
            });
        }
    }

    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
