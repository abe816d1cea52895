using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.customers</c>.</summary>
internal sealed class CustomersReader(DistributionReader distributions, ArrivalsReader arrivals)
{
    /// <summary>How to write a patience that has a limit, or none.</summary>
    private const string PatienceRemedy = "write none, 5m, or patience { distribution = exponential, mean = 5m }";

    public CustomersSettings Read(ConfigEntry entry)
    {
        var section = entry.Section();
        section.CheckKeys(KnownKeys.Customers);
        var arrivalsEntry = section.Need("arrivals", "write arrivals { process = renewal, distribution = exponential, mean = 40s }");
        var process = arrivals.Read(arrivalsEntry.Section());
        var opening = OpensAt(section.Find("opens-at"), process);
        return new()
        {
            Arrivals = process,
            OpensAt = opening,
            Orders = section.Find("orders") is { } orders && !orders.Is("unlimited") ? orders.Whole(1, orElse: ", or unlimited") : null,
            Until = section.Find("until") is { } until && !until.Is("unlimited") ? AfterOpening(until, opening, ", or unlimited") : null,
            StopAt = section.Find("stop-at") is { } stop && !stop.Is("none") ? AfterOpening(stop, opening, ", or none") : null,
            Patience = Patience(section, distributions),
        };
    }

    /// <summary>Reads a <c>patience</c>, of the customers or of a stage; null for no limit.</summary>
    public static Distribution? Patience(ConfigSection section, DistributionReader distributions) =>
        section.Find("patience") is { } patience && !patience.Is("none") ? distributions.Read(patience, PatienceRemedy) : null;

    private static TimeSpan OpensAt(ConfigEntry? entry, ArrivalSettings process)
    {
        if (entry is null || entry.Is("auto"))
        {
            return process is ArrivalSettings.Trace { HasTimesOfDay: true, Entries: [var earliest, ..] } ? earliest.Time : TimeSpan.Zero;
        }

        var opening = entry.Is("0") ? TimeSpan.Zero : entry.TimeOfDay(", 0 or auto");
        return process is ArrivalSettings.Trace { Entries: [var first, ..] } && first.Time < opening
            ? throw entry.Error($"the first customer of the trace comes at {ErrorText.Clock(first.Time)}, before opening at {ErrorText.Clock(opening)}", "write an earlier time, or auto")
            : opening;
    }

    private static TimeSpan AfterOpening(ConfigEntry entry, TimeSpan opening, string orElse) =>
        entry.TimeOfDay(orElse) is var time && time > opening ? time
            : throw entry.Error($"{ErrorText.Clock(time)} is not after opening at {ErrorText.Clock(opening)}", $"write a later time of the shop's clock{orElse}");
}

/// <summary>Reads <c>cafe.customers.arrivals</c>.</summary>
internal sealed class ArrivalsReader
{
    private const string Example = "[ { at = 1h, mean = 20s } ]";

    private readonly DistributionReader _distributions;
    private readonly Dictionary<string, Func<ConfigSection, ConfigEntry, ArrivalSettings>> _processes;

    /// <param name="distributions">Reads gaps and think times.</param>
    /// <param name="files">Reads a trace.</param>
    /// <param name="drinks">The names of all drinks, in the order of the menu.</param>
    public ArrivalsReader(DistributionReader distributions, IDataFiles files, IReadOnlyList<string> drinks)
    {
        _distributions = distributions;
        _processes = new(StringComparer.Ordinal)
        {
            ["renewal"] = (arrivals, _) => Renewal(arrivals),
            ["saturated"] = (_, _) => new ArrivalSettings.Saturated(),
            ["all-at-once"] = (_, _) => new ArrivalSettings.AllAtOnce(),
            ["trace"] = (arrivals, process) => ArrivalTraceReader.Read(files.Read(arrivals.Need("file", "write file = \"orders.csv\"", because: process)), drinks),
            ["closed"] = Closed,
            ["hourly"] = (arrivals, process) => new ArrivalSettings.Hourly(Rates(arrivals.Need("rates", "write rates = [20, 60, 90, 40]", because: process))),
        };
    }

    public ArrivalSettings Read(ConfigSection arrivals)
    {
        arrivals.CheckKeys(KnownKeys.Arrivals);
        if (arrivals.Find("think") is { Node: Hocon.HoconObject } think)
        {
            think.Section().CheckKeys(KnownKeys.Distribution);
        }

        var process = arrivals.Need("process", $"write process = {ErrorText.Or(_processes.Keys)}");
        var read = process.Choice(_processes)(arrivals, process);
        return read is ArrivalSettings.Renewal || arrivals.Find("changes") is not { } changes || changes.List(Example).Count == 0 ? read
            : throw changes.Error("only renewal arrivals have changes", "write process = renewal, or rates by the hour: process = hourly", because: process);
    }

    private ArrivalSettings.Renewal Renewal(ConfigSection arrivals)
    {
        var gap = _distributions.Read(arrivals);
        var changes = arrivals.Find("changes") is { } entry ? Changes(entry, gap.Mean) : [];
        return new(gap, (int)(arrivals.Find("batch")?.Whole(1, int.MaxValue) ?? 1)) { Changes = changes };
    }

    private static ImmutableArray<GapChange> Changes(ConfigEntry entry, double mean)
    {
        var changes = ImmutableArray.CreateBuilder<GapChange>();
        foreach (var item in entry.List(Example))
        {
            var change = item.Section("{ at, mean }", $"write changes = {Example}");
            change.CheckKeys(KnownKeys.GapChange);
            var at = change.Need("at", "write at = 1h").TimeOfDayAfter(changes.Count > 0 ? changes[^1].At : null);
            var newMean = change.Need("mean", "write mean = 20s");
            changes.Add(new(at, newMean.Duration() is var time && time > TimeSpan.Zero ? time : throw newMean.Error("customers would come without end at one instant", "write a time above 0")));
        }

        return changes.Count == 0 || mean > 0 ? changes.ToImmutable()
            : throw entry.Error("all gaps are 0, so they have no mean that could change", "write gaps with a mean above 0");
    }

    private ArrivalSettings.Closed Closed(ConfigSection arrivals, ConfigEntry process) =>
        new(
            (int)arrivals.Need("population", "write population = 10", because: process).Whole(1, int.MaxValue),
            _distributions.Read(arrivals.Need("think", "write think { distribution = exponential, mean = 60s }", because: process)));

    private static ImmutableArray<double> Rates(ConfigEntry entry)
    {
        var rates = entry.FilledList("[20, 60, 90, 40]").Select(rate => rate.NotNegative("write customers per hour, 0 or more")).ToImmutableArray();
        return rates.Any(rate => rate > 0) ? rates : throw entry.Error("all rates are 0, so no customer would come", "write at least one rate above 0");
    }
}
