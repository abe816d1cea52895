using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Node.Http;

/// <summary>Requires the API key for orders, status and what the floor shows, but not for probes and the files of pages.</summary>
internal sealed class ApiKeyMiddleware(string key)
{
    public const string Header = "X-Api-Key";

    private readonly byte[] _hash = Hash(key);

    public Task AskAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsGuarded(context.Request.Path) || Shows(context.Request))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "ApiKey realm=\"actorcafe\"";
        return Problems.Of(StatusCodes.Status401Unauthorized, $"send the key of this café in the header {Header}").ExecuteAsync(context);
    }

    public static bool IsGuarded(PathString path) => path.StartsWithSegments("/orders") || path.StartsWithSegments("/status") || path.StartsWithSegments(FloorApi.FactsPath);

    // Hashes have one length, so comparing them leaks nothing about the key, not even its length.
    private bool Shows(HttpRequest request) =>
        request.Headers[Header] is [{ } shown] && CryptographicOperations.FixedTimeEquals(Hash(shown), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
