using System.Net;
using System.Text.Json;

namespace ActorCafe.Node.Tests.Http;

/// <summary>Reads HTTP responses.</summary>
internal static class HttpAnswers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Asserts that the response is a problem (RFC 9457) with this status, and returns its detail.</summary>
    public static async Task<string> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.JsonAsync();
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return problem.GetProperty("detail").GetString()!;
    }

    public static string? Text(this JsonElement json, string field) => json.GetProperty(field).GetString();
}
