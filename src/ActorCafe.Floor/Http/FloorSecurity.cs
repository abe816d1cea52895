using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Http;

/// <summary>
/// Keeps other sites away from the page: they can reach this machine's ports through the browser of the person who looks at them (DNS rebinding, foreign
/// origins). There are no CORS headers.
/// </summary>
internal static class FloorSecurity
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <exception cref="RefusedException">The request comes from another site, or would change something.</exception>
    public static void CheckRead(HttpRequest request)
    {
        CheckOrigin(request);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            throw new RefusedException(StatusCodes.Status405MethodNotAllowed, $"{request.Method} changes nothing here; use GET.");
        }
    }

    /// <exception cref="RefusedException">The request comes from another site.</exception>
    public static void CheckOrigin(HttpRequest request)
    {
        var port = request.HttpContext.Connection.LocalPort;
        string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}"];
        var host = request.Host.Value ?? "";
        if (!hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(StatusCodes.Status403Forbidden, $"The floor is not served as {host}; use http://{hosts[0]}/floor.");
        }

        if (request.Headers.Origin is [{ } origin, ..] && !string.Equals(origin, $"http://{host}", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(StatusCodes.Status403Forbidden, $"A page of {origin} may not look at the floor; open http://{hosts[0]}/floor.");
        }
    }

    public static void Mark(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Asked again each time, and answered with 304 while nothing has changed.
        headers.CacheControl = "no-cache";
    }
}
