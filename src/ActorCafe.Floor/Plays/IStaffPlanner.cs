using System.Collections.Immutable;

namespace ActorCafe.Floor.Plays;

/// <summary>Answers the lesson's last question: which pools are the cheapest. A server that has one offers the lesson.</summary>
public interface IStaffPlanner
{
    /// <summary>What a worker costs per hour, by stage.</summary>
    ImmutableArray<double> CostPerHour(string shop);

    /// <summary>Finds the cheapest pools with which 95 % of customers are served in less than a time.</summary>
    /// <param name="shop">A shop of the page.</param>
    /// <param name="seconds">The time in shop, 1 second or more.</param>
    /// <param name="closing">Cancels the search.</param>
    /// <returns>The JSON document of <c>plan --json</c>.</returns>
    Task<byte[]> PlanAsync(string shop, int seconds, CancellationToken closing);
}
