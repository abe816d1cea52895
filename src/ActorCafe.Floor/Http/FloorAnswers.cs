using System.Text;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Http;

/// <summary>What every server of the page answers: the page and its files, and refusals in a sentence.</summary>
internal static class FloorAnswers
{
    public const string Root = "/floor";

    /// <summary>Answers a request, or says why not.</summary>
    public static async Task GuardAsync(HttpContext context, Func<Task> answer)
    {
        FloorSecurity.Mark(context.Response);
        try
        {
            await answer();
        }
        catch (RefusedException refused)
        {
            context.Response.StatusCode = refused.Status;
            if (refused.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await SendAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(refused.Message + "\n"));
        }
    }

    /// <summary>Sends the page or one of its files.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static Task SendPageAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == "/")
        {
            context.Response.Redirect(Root);
            return Task.CompletedTask;
        }

        var name = path == Root ? "index.html" : path.StartsWith(Root + "/", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : "";
        if (PageFile.Find(name) is not { } file)
        {
            throw new RefusedException(StatusCodes.Status404NotFound, $"There is nothing here; the page is at {Root}.");
        }

        return IsKnown(context, file.ETag) ? Task.CompletedTask : SendAsync(context, file.Type, file.Content);
    }

    /// <summary>The list of simulated shops of a page that shows a cluster: none.</summary>
    public static Task SendNoShopsAsync(HttpContext context) => SendJsonAsync(context, "[]"u8.ToArray());

    public static Task SendJsonAsync(HttpContext context, byte[] content) => SendAsync(context, "application/json; charset=utf-8", content);

    public static bool IsKnown(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch != tag)
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static async Task SendAsync(HttpContext context, string type, byte[] content)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }
}
