using ActorCafe.Queueing.Streams;

namespace ActorCafe.Shop;

/// <summary>The names of the random streams that belong to no step.</summary>
internal static class StreamNames
{
    public static ulong Arrival { get; } = Purpose.Of("arrival");

    public static ulong Drink { get; } = Purpose.Of("drink");

    public static ulong Patience { get; } = Purpose.Of("patience");

    public static ulong Think { get; } = Purpose.Of("think");

    public static ulong Router { get; } = Purpose.Of("router");

    public static ulong Up { get; } = Purpose.Of("up");

    public static ulong Repair { get; } = Purpose.Of("repair");

    public static ulong Pilot { get; } = Purpose.Of("pilot");
}
