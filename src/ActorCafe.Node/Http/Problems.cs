using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ActorCafe.Node.Http;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    private const string RetryAfterSeconds = "1";

    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>A temporary refusal: sending the same order again is safe.</summary>
    public static ProblemHttpResult NotNow(HttpContext context, string detail)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Of(StatusCodes.Status503ServiceUnavailable, detail);
    }

    /// <summary>Explains a status without a body: unknown path, wrong method, wrong media type.</summary>
    public static Task OfStatus(StatusCodeContext code)
    {
        var response = code.HttpContext.Response;
        return Of(response.StatusCode, response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "there is nothing at this path; / and /openapi/v1.json name those that exist",
            StatusCodes.Status405MethodNotAllowed => $"{code.HttpContext.Request.Method} is not allowed at this path; use {response.Headers.Allow}",
            StatusCodes.Status415UnsupportedMediaType => "send application/json",
            StatusCodes.Status504GatewayTimeout => "there was no answer in time; an order may have been accepted all the same: send it again with the same id, or look it up",
            _ => "the request could not be answered",
        }).ExecuteAsync(code.HttpContext);
    }

    /// <summary>An unexpected failure: logged in full, and hidden from the client.</summary>
    public static Task OfFailure(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return (failure is BadHttpRequestException bad
            ? Of(bad.StatusCode, bad.StatusCode == StatusCodes.Status408RequestTimeout ? "the body arrived too slowly; send the request again" : bad.Message)
            : Of(StatusCodes.Status500InternalServerError, "the request failed unexpectedly; the log of this node has the details")).ExecuteAsync(context);
    }
}
