using System.Collections.Immutable;

namespace ActorCafe.Shop.Settings;

/// <summary>The settings of a shop, read once and validated. Actors never read configuration.</summary>
public sealed record ShopSettings
{
    /// <summary>The shop's name in tables and results.</summary>
    public required string Name { get; init; }

    /// <summary>The seed of every random draw of the shop.</summary>
    public required long Seed { get; init; }

    public required ClockSettings Clock { get; init; }

    /// <summary>What can be ordered, in the order of the file.</summary>
    public required ImmutableArray<Drink> Menu { get; init; }

    /// <summary>The stages, in the order of <c>cafe.stages</c>.</summary>
    public required ImmutableArray<StageSettings> Stages { get; init; }

    public required CustomersSettings Customers { get; init; }

    public required StatisticsSettings Statistics { get; init; }

    /// <summary>The <c>akka</c> part of the merged configuration as HOCON text. Each pool's size and router come from its stage, whatever this says.</summary>
    public required string AkkaHocon { get; init; }

    /// <summary>The drinks that customers order without a trace.</summary>
    internal IEnumerable<Drink> Sold() => Menu.Where(drink => drink.Share > 0);

    /// <summary>The shop with further <c>akka</c> settings, which override those it has.</summary>
    /// <param name="hocon">HOCON text.</param>
    internal ShopSettings WithAkka(string hocon) => this with { AkkaHocon = $"{AkkaHocon}\n{hocon}" };
}

/// <summary>How shop time passes.</summary>
public enum ClockMode
{
    /// <summary>The clock jumps from event to event.</summary>
    Virtual,

    /// <summary>As virtual, but each event waits until it is due in real time at the time scale.</summary>
    Paced,

    /// <summary>Real time, scaled; actors run on the thread pool.</summary>
    Real,
}

/// <param name="Mode">How shop time passes.</param>
/// <param name="TimeScale">Shop seconds per real second, above 0; ignored in virtual mode.</param>
public sealed record ClockSettings(ClockMode Mode, double TimeScale);

/// <param name="WarmUp">What is left out at the start.</param>
/// <param name="Confidence">The level of every interval, within (0, 1).</param>
public sealed record StatisticsSettings(WarmUp WarmUp, double Confidence);
