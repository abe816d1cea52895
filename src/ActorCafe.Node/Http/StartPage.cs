using System.Text;
using System.Text.Encodings.Web;
using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ActorCafe.Node.Http;

/// <summary>The page at <c>/</c>, which says what the node answers, for people who call it with a browser.</summary>
internal sealed class StartPage(NodeSettings settings)
{
    private const string Example = "mine-1";

    // The page has text and links only.
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public void Map(IEndpointRouteBuilder web) => web.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    private ContentHttpResult Show(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Text(Page(context.Request), "text/html", Encoding.UTF8);
    }

    private string Page(HttpRequest request) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{Title}</title>
        </head>
        <body>
        <main>
        <h1>{Title}</h1>
        {(IsFront ? Front(request) : "<p>This node takes no orders. Ask a node of role front.</p>\n<ul>")}
        <li><a href="/live">/live</a>: whether this node's actors run</li>
        <li><a href="/ready">/ready</a>: whether this node can do its work now</li>
        <li><a href="/openapi/v1.json">/openapi/v1.json</a>: the description of this API</li>
        </ul>
        </main>
        </body>
        </html>

        """;

    private bool IsFront => settings.Roles.Contains(NodeRole.Front);

    private string Title => $"ActorCafe: {NodeRoles.Names(settings.Roles)}";

    private string Front(HttpRequest request) =>
        $"""
        <p>This node takes orders{(NeedsKey ? $", from customers who send the key of the café in the header {ApiKeyMiddleware.Header}" : "")}. To place one:</p>
        <pre><code>{HtmlEncoder.Default.Encode(Curl(request))}</code></pre>
        <p>The same id again is the same order, and brings no second coffee.</p>
        <ul>
        <li><a href="/orders/{Example}">/orders/{Example}</a>: that order, once it is placed</li>
        <li><a href="/status">/status</a>: members of the cluster, orders and coffee machines</li>{Floor}
        """;

    private string Floor => settings.HasFloor ? $"\n<li><a href=\"{FloorApi.Path}\">{FloorApi.Path}</a>: a page on which you see all of it happen</li>" : "";

    // The key itself is never shown.
    private string Curl(HttpRequest request) =>
        $"curl {Address(request)}/orders{(NeedsKey ? $" \\\n  -H \"{ApiKeyMiddleware.Header}: $CAFE_API_KEY\"" : "")} \\\n  -H 'Content-Type: application/json' \\\n  "
        + $$"""-d '{"id": "{{Example}}", "drink": "{{settings.Shop.Menu[0].Name}}", "customer": "Ada"}'""";

    private bool NeedsKey => settings.Http.ApiKey is not null;

    // A client of HTTP/1.0 need not say by which name it called.
    private static string Address(HttpRequest request) =>
        $"{request.Scheme}://{(request.Host.HasValue ? request.Host.ToUriComponent() : $"localhost:{request.HttpContext.Connection.LocalPort}")}";
}
