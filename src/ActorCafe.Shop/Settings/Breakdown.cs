using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Shop.Settings;

/// <summary>How the workers of a stage break down: each by itself, by the clock, working or not.</summary>
/// <param name="Up">The time from opening, from joining or from a repair to the next breakdown, in seconds. Its mean is above 0.</param>
/// <param name="Repair">The time that a repair takes, in seconds.</param>
/// <param name="GivesBack">Whether an order in service goes back to the queue; otherwise the worker keeps it and resumes after the repair.</param>
public sealed record Breakdown(Distribution Up, Distribution Repair, bool GivesBack)
{
    /// <summary>The share of time that a worker is up in the long run, within (0, 1].</summary>
    public double Availability => Up.Mean / (Up.Mean + Repair.Mean);
}
