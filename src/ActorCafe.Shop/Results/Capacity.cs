using System.Text.Json.Serialization;

namespace ActorCafe.Shop.Results;

/// <summary>The largest throughput that a shop can keep up, with drinks ordered by their shares on the menu.</summary>
/// <param name="PerHour">Orders per hour, 0 or more.</param>
/// <param name="How">Whether a formula gives it exactly, or it was measured.</param>
/// <param name="Ci">The confidence interval of a measured capacity; null where a formula gives it.</param>
public sealed record Capacity(double PerHour, CapacityHow How, Interval? Ci);

/// <summary>How a capacity is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapacityHow>))]
public enum CapacityHow
{
    /// <summary>Exact, by <see cref="BottleneckCapacity"/>.</summary>
    [JsonStringEnumMemberName("formula")]
    Formula,

    /// <summary>Measured by simulating the shop with customers who never stop coming.</summary>
    [JsonStringEnumMemberName("measured")]
    Measured,
}
