using System.Text.Json;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Http;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Clusters;

/// <summary>Answers requests about a cluster of processes: the page, what happens at the front, the processes and what may be done to them.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="facts">Passes on the stream of the front.</param>
/// <param name="key">What a request that changes something has to show.</param>
internal sealed class ClusterPages(IClusterControl cluster, FrontStream facts, FloorKey key)
{
    private const string Nodes = FloorAnswers.Root + "/nodes";
    private const string Kill = "/kill";
    private const double MostPerSecond = 500;

    public Task AnswerAsync(HttpContext context) => FloorAnswers.GuardAsync(context, () =>
    {
        FloorSecurity.CheckOrigin(context.Request);
        return HttpMethods.IsPost(context.Request.Method) ? ChangeAsync(context) : ReadAsync(context);
    });

    private Task ReadAsync(HttpContext context)
    {
        FloorSecurity.CheckRead(context.Request);
        switch (context.Request.Path.Value)
        {
            case FloorAnswers.Root + "/shops":
                return FloorAnswers.SendNoShopsAsync(context);
            case FloorAnswers.Root + "/facts" when HttpMethods.IsGet(context.Request.Method):
                // This server sends the front's API key for the page, so the page must show the key of this start.
                if (cluster.ApiKey is not null)
                {
                    key.Check(context.Request);
                }

                return facts.CopyAsync(context);
            case Nodes:
                return FloorAnswers.SendJsonAsync(context, ClusterJson.Of(cluster));
            default:
                return FloorAnswers.SendPageAsync(context);
        }
    }

    private async Task ChangeAsync(HttpContext context)
    {
        key.Check(context.Request);
        switch (context.Request.Path.Value)
        {
            case Nodes:
                var role = await FieldAsync(context.Request, "role", field => field.ValueKind == JsonValueKind.String ? field.GetString() : null);
                await StartAsync(context, role is "grinder" or "machine" ? role : throw Refused(400, "Name the role of the new node: {\"role\": \"machine\"} or {\"role\": \"grinder\"}."));
                break;
            case FloorAnswers.Root + "/rate":
                var perSecond = await FieldAsync(context.Request, "perSecond", field => field.ValueKind == JsonValueKind.Number ? field.GetDouble() : (double?)null);
                cluster.SetRate(perSecond is >= 0 and <= MostPerSecond ? perSecond.Value : throw Refused(400, $"Write a number from 0 to {MostPerSecond}: {{\"perSecond\": 5}}."));
                await FloorAnswers.SendJsonAsync(context, ClusterJson.Object(json => json.WriteNumber("rate", cluster.Rate)));
                break;
            case { } path when path.StartsWith(Nodes + "/", StringComparison.Ordinal) && path.EndsWith(Kill, StringComparison.Ordinal):
                await KillAsync(context, path[(Nodes.Length + 1)..^Kill.Length]);
                break;
            default:
                throw Refused(404, "There is nothing here that could be changed.");
        }
    }

    private Task StartAsync(HttpContext context, string role)
    {
        var name = cluster.Start(role) ?? throw Refused(409, $"This command does not start any more {role} nodes.");
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return FloorAnswers.SendJsonAsync(context, ClusterJson.Object(json => json.WriteString("name", name)));
    }

    private Task KillAsync(HttpContext context, string name)
    {
        if (!cluster.Nodes.Any(node => node.Name == name))
        {
            throw Refused(404, $"There is no node {name}.");
        }

        var killed = cluster.Kill(name) ?? throw Refused(409, $"{name} is not running.");
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return FloorAnswers.SendJsonAsync(context, ClusterJson.Object(json =>
        {
            json.WriteString("name", killed.Name);
            json.WriteBoolean("startsAgain", killed.StartsAgain);
        }));
    }

    /// <summary>A field of the JSON in the body; null if there is none.</summary>
    private static async Task<T?> FieldAsync<T>(HttpRequest request, string name, Func<JsonElement, T?> read)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(name, out var field) ? read(field) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static RefusedException Refused(int status, string why) => new(status, why);
}

/// <summary>Writes what the page learns about processes.</summary>
internal static class ClusterJson
{
    public static byte[] Of(IClusterControl cluster) => Object(json =>
    {
        json.WriteNumber("rate", cluster.Rate);
        json.WriteStartArray("nodes");
        foreach (var node in cluster.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("name", node.Name);
            json.WriteString("role", node.Role);
            ShopJson.WriteNames(json, "roles", [node.Role]);
            json.WriteString("address", node.Address);
            json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(node.State.ToString()));
            json.WriteNumber("since", node.Since.TotalSeconds);
            json.WriteBoolean("startsAgain", node.StartsAgain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Object(Action<Utf8JsonWriter> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
