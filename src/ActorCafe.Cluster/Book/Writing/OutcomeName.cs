using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Book.Writing;

/// <summary>Outcomes as words in the database: who reads it there needs no table of numbers.</summary>
internal static class OutcomeName
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Served => "served",
        Outcome.Rejected => "rejected",
        Outcome.Reneged => "reneged",
        _ => throw new OrderBookException($"An order cannot end as {outcome}: served, rejected or reneged."),
    };

    public static Outcome Read(string name) => name switch
    {
        "served" => Outcome.Served,
        "rejected" => Outcome.Rejected,
        "reneged" => Outcome.Reneged,
        _ => throw new OrderBookException($"An order ended as '{name}': this program does not know that outcome."),
    };

    /// <summary>The outcome, if an order can end so.</summary>
    public static Outcome Ended(Outcome outcome)
    {
        _ = Of(outcome);
        return outcome;
    }
}
