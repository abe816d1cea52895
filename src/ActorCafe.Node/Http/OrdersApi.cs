using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using ActorCafe.OrderBook;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ActorCafe.Node.Http;

/// <summary>The endpoints of the front: place an order, find an order, status.</summary>
internal sealed class OrdersApi(INodeActors actors, NodeReadiness readiness, ImmutableArray<Drink> menu)
{
    private readonly OrderRequestReader _reader = new(menu);

    public void Map(IEndpointRouteBuilder web)
    {
        web.MapPost("/orders", (Delegate)PlaceAsync)
            .WithName("PlaceOrder").WithSummary("Places an order; sent again with the same id it is the same order")
            .Accepts<OrderRequest>("application/json")
            .Produces<OrderAnswer>(StatusCodes.Status202Accepted).Produces<OrderAnswer>()
            .WithProblems(400, 408, 409, 413, 415, 503, 504);
        web.MapGet("/orders/{id}", FindAsync)
            .WithName("FindOrder").WithSummary("An order by its id")
            .Produces<OrderAnswer>().WithProblems(404, 503, 504).Produces(StatusCodes.Status408RequestTimeout);
        web.MapGet("/status", (Delegate)Status)
            .WithName("Status").WithSummary("Members of the cluster, orders over the whole book, coffee machines")
            .Produces<StatusAnswer>().WithProblems(503).Produces(StatusCodes.Status408RequestTimeout);
    }

    private async Task<IResult> PlaceAsync(HttpContext context)
    {
        if (readiness.Obstacle is { } obstacle)
        {
            return Problems.NotNow(context, $"the café is not open: {obstacle}; send the order again later");
        }

        if (actors.Front is not { } front)
        {
            return NotOpen(context);
        }

        if (!IsJson(context.Request))
        {
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "send application/json in UTF-8");
        }

        try
        {
            var order = _reader.Read(await BodyAsync(context.Request));
            var (booked, isNew) = await front.PlaceAsync(order.Id, order.Drink, order.Customer, Caller(context.Request), context.RequestAborted);
            return Difference(booked, order) is { } difference
                ? Problems.Of(StatusCodes.Status409Conflict, $"the order {booked.Id} is for {difference}; give a new order a new id")
                : isNew ? TypedResults.Accepted($"/orders/{booked.Id}", OrderAnswer.Of(booked)) : TypedResults.Ok(OrderAnswer.Of(booked));
        }
        catch (RefusedOrderException refused)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, refused.Message);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.Of(bad.StatusCode, $"the body is larger than {HttpLimits.MostBytesOfBody} bytes");
        }
        catch (OrderBookException problem)
        {
            return Problems.NotNow(context, problem.MayHaveSucceeded ? problem.Message : $"the order is not accepted: {problem.Message}");
        }
    }

    // A repetition repeats the whole order: one that names another customer, or none, is somebody else's order.
    private static string? Difference(BookedOrder booked, OrderRequest order) =>
        booked.Drink != order.Drink ? $"{booked.Drink}, not for {order.Drink}"
            : booked.Customer != order.Customer ? $"{Name(booked.Customer)}, not for {Name(order.Customer)}"
            : null;

    private static string Name(string? customer) => customer ?? "a customer without a name";

    private async Task<IResult> FindAsync(
        [Description("The id of the order"), StringLength(OrderRequest.LongestId, MinimumLength = 1), RegularExpression(OrderRequest.IdPattern)] string id, HttpContext context)
    {
        if (actors.Front is not { } front)
        {
            return NotOpen(context);
        }

        try
        {
            return OrderRequest.IsId(id) && await front.FindAsync(id, context.RequestAborted) is { } order
                ? TypedResults.Ok(OrderAnswer.Of(order))
                : Problems.Of(StatusCodes.Status404NotFound, "there is no order with this id");
        }
        catch (OrderBookException problem)
        {
            return Problems.NotNow(context, $"the order can't be looked up: {problem.Message}");
        }
    }

    private IResult Status(HttpContext context) =>
        actors.Front is { } front ? TypedResults.Ok(StatusAnswer.Of(front.Status)) : NotOpen(context);

    private static ProblemHttpResult NotOpen(HttpContext context) => Problems.NotNow(context, "the café is not open yet; try again later");

    /// <summary>The trace context of the request; default: none, or not in W3C format.</summary>
    private static ActivityContext Caller(HttpRequest request) =>
        request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, request.Headers.TraceState, isRemote: true, out var caller) ? caller : default;

    private static bool IsJson(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is { } type
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request)
    {
        // The server cuts off a body that is too long.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

/// <summary>The endpoints of a front, on a node that is not one.</summary>
internal static class NoFrontApi
{
    public static void Map(IEndpointRouteBuilder web)
    {
        foreach (var path in new[] { "/orders/{**rest}", "/status" })
        {
            web.Map(path, () => Problems.Of(StatusCodes.Status404NotFound, "this node is not a front; ask a node of role front")).ExcludeFromDescription();
        }
    }
}
