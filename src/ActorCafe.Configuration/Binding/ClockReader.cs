using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.clock</c>.</summary>
internal static class ClockReader
{
    private static readonly Dictionary<string, ClockMode> Modes = new(StringComparer.Ordinal)
    {
        ["virtual"] = ClockMode.Virtual,
        ["paced"] = ClockMode.Paced,
        ["real"] = ClockMode.Real,
    };

    public static ClockSettings Read(ConfigSection clock)
    {
        clock.CheckKeys(KnownKeys.Clock);
        return new(
            clock.Need("mode", "write mode = virtual").Choice(Modes),
            clock.Need("time-scale", "write time-scale = 60").Positive());
    }
}
