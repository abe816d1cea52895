using System.IO.Compression;
using System.Text.Json;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Http;

/// <summary>Answers requests: the page, its files, the list of shops, plays, and plans for the lesson.</summary>
internal sealed class FloorPages(IReadOnlyList<ShopSettings> shops, PlayLibrary plays, IStaffPlanner? planner)
{
    private const string Root = "/floor";

    private readonly PlayRequestReader _reader = new(shops);
    private readonly byte[] _shops = ShopList(shops, planner);

    public async Task AnswerAsync(HttpContext context)
    {
        FloorSecurity.Mark(context.Response);
        try
        {
            FloorSecurity.Check(context.Request);
            await RouteAsync(context);
        }
        catch (RefusedException refused)
        {
            context.Response.StatusCode = refused.Status;
            if (refused.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await SendAsync(context, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(refused.Message + "\n"));
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/":
                context.Response.Redirect(Root);
                break;
            case Root:
                await SendAsync(context, PageFile.All["index.html"]);
                break;
            case Root + "/shops":
                await SendAsync(context, "application/json; charset=utf-8", _shops);
                break;
            case Root + "/plays":
                await SendAsync(context, await plays.GetAsync(_reader.Read(context.Request.Query)));
                break;
            case Root + "/plan" when planner is not null:
                await SendAsync(context, await PlanAsync(planner, _reader.ReadPlan(context.Request.Query)));
                break;
            case { } path when path.StartsWith(Root + "/", StringComparison.Ordinal) && PageFile.All.TryGetValue(path[(Root.Length + 1)..], out var file):
                await SendAsync(context, file);
                break;
            default:
                throw new RefusedException(StatusCodes.Status404NotFound, $"There is nothing here; the page is at {Root}.");
        }
    }

    private Task<Play> PlanAsync(IStaffPlanner staff, (string Shop, int P95) asked) =>
        plays.GetAsync($"{asked.Shop}&p95={asked.P95}", async closing => Play.Of(await staff.PlanAsync(asked.Shop, asked.P95, closing)));

    private static Task SendAsync(HttpContext context, PageFile file) =>
        IsKnown(context, file.ETag) ? Task.CompletedTask : SendAsync(context, file.Type, file.Content);

    private static async Task SendAsync(HttpContext context, Play play)
    {
        if (IsKnown(context, play.ETag))
        {
            return;
        }

        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await SendAsync(context, "application/json; charset=utf-8", play.Gzip);
            return;
        }

        using var packed = new MemoryStream(play.Gzip);
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        context.Response.ContentType = "application/json; charset=utf-8";
        await plain.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static bool IsKnown(HttpContext context, string tag)
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
        if (HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private static byte[] ShopList(IReadOnlyList<ShopSettings> shops, IStaffPlanner? planner)
    {
        using var list = new MemoryStream();
        using (var json = new Utf8JsonWriter(list))
        {
            json.WriteStartArray();
            foreach (var shop in shops)
            {
                json.WriteStartObject();
                json.WriteString("name", shop.Name);
                json.WriteNumber("seed", shop.Seed);
                if (planner is not null)
                {
                    json.WriteStartArray("costPerHour");
                    foreach (var cost in planner.CostPerHour(shop.Name))
                    {
                        json.WriteNumberValue(cost);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return list.ToArray();
    }
}
