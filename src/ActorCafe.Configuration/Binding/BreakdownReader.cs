using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads a stage's <c>breakdown</c>.</summary>
internal static class BreakdownReader
{
    private const string Example = "breakdown { up { distribution = exponential, mean = 4h }, repair = 15m }";

    private static readonly Dictionary<string, bool> GivesBack = new(StringComparer.Ordinal)
    {
        ["resume"] = false,
        ["give-back"] = true,
    };

    public static Breakdown Read(ConfigEntry entry, DistributionReader distributions)
    {
        var section = entry.Section("an object", $"write none, or {Example}");
        section.CheckKeys(KnownKeys.Breakdown);
        return new(
            Up(section.Need("up", "write up { distribution = exponential, mean = 4h }"), distributions),
            distributions.Read(section.Need("repair", "write repair = 15m")),
            section.Find("order")?.Choice(GivesBack) ?? false);
    }

    // Times of 0 would break the worker down again and again at one instant.
    private static Distribution Up(ConfigEntry entry, DistributionReader distributions) =>
        distributions.Read(entry) is { Mean: > 0 } up ? up : throw entry.Error("the worker would always be down: the time is 0", "write a time above 0 such as 4h");
}
