using System.IO.Compression;
using System.Text.Json;
using ActorCafe.Floor.Facts;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Http;

/// <summary>Answers requests: the page, its files, the list of shops, plays, and plans for the lesson.</summary>
internal sealed class FloorPages(IReadOnlyList<ShopSettings> shops, PlayLibrary plays, IStaffPlanner? planner)
{
    private readonly PlayRequestReader _reader = new(shops);
    private readonly byte[] _shops = ShopList(shops, planner);

    public Task AnswerAsync(HttpContext context) => FloorAnswers.GuardAsync(context, () =>
    {
        FloorSecurity.CheckRead(context.Request);
        return RouteAsync(context);
    });

    private async Task RouteAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case FloorAnswers.Root + "/shops":
                await FloorAnswers.SendJsonAsync(context, _shops);
                break;
            case FloorAnswers.Root + "/plays":
                await SendAsync(context, await plays.GetAsync(_reader.Read(context.Request.Query)));
                break;
            case FloorAnswers.Root + "/plan" when planner is not null:
                await SendAsync(context, await PlanAsync(planner, _reader.ReadPlan(context.Request.Query)));
                break;
            default:
                await FloorAnswers.SendPageAsync(context);
                break;
        }
    }

    private Task<Play> PlanAsync(IStaffPlanner staff, (string Shop, int P95) asked) =>
        plays.GetAsync($"{asked.Shop}&p95={asked.P95}", async closing => Play.Of(await staff.PlanAsync(asked.Shop, asked.P95, closing)));

    private static async Task SendAsync(HttpContext context, Play play)
    {
        if (FloorAnswers.IsKnown(context, play.ETag))
        {
            return;
        }

        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await FloorAnswers.SendJsonAsync(context, play.Gzip);
            return;
        }

        using var packed = new MemoryStream(play.Gzip);
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        context.Response.ContentType = "application/json; charset=utf-8";
        await plain.CopyToAsync(context.Response.Body, context.RequestAborted);
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
                    ShopJson.WriteNumbers(json, "costPerHour", planner.CostPerHour(shop.Name));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return list.ToArray();
    }
}
