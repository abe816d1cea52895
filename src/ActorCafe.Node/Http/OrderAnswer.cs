using System.ComponentModel;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Http;

/// <summary>An order as the book has it; times in UTC.</summary>
internal sealed record OrderAnswer(
    string Id,
    [property: Description("accepted, served, rejected (a full queue turned it away) or reneged (the customer's patience ended)")] string State,
    string Drink,
    string? Customer,
    [property: Description("The coffee machine that served it")] string? Machine,
    DateTime AcceptedAt,
    DateTime? ServedAt)
{
    public static OrderAnswer Of(BookedOrder order) => new(
        order.Id,
        order.Outcome switch
        {
            BookedOutcome.Served => "served",
            BookedOutcome.Rejected => "rejected",
            BookedOutcome.Reneged => "reneged",
            _ => "accepted",
        },
        order.Drink,
        order.Customer,
        order.Machine,
        order.AcceptedAt.UtcDateTime,
        order.Outcome == BookedOutcome.Served ? order.EndedAt?.UtcDateTime : null);
}
