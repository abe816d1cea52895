using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.customers.arrivals</c>.</summary>
internal sealed class ArrivalsReader
{
    private readonly DistributionReader _distributions;
    private readonly Dictionary<string, Func<Section, Entry, ArrivalSettings>> _processes;

    /// <param name="distributions">Reads gaps and think times.</param>
    /// <param name="files">Reads a trace.</param>
    /// <param name="drinks">The names of all drinks, in the order of the menu.</param>
    public ArrivalsReader(DistributionReader distributions, IDataFiles files, IReadOnlyList<string> drinks)
    {
        _distributions = distributions;
        _processes = new(StringComparer.Ordinal)
        {
            ["renewal"] = (arrivals, _) => new ArrivalSettings.Renewal(distributions.Read(arrivals), (int)(arrivals.Find("batch")?.Whole(1, int.MaxValue) ?? 1)),
            ["saturated"] = (_, _) => new ArrivalSettings.Saturated(),
            ["all-at-once"] = (_, _) => new ArrivalSettings.AllAtOnce(),
            ["trace"] = (arrivals, process) => new ArrivalSettings.Trace(TraceFile.Read(files.Read(arrivals.Need("file", "write file = \"orders.csv\"", because: process)), drinks)),
            ["closed"] = Closed,
            ["hourly"] = (arrivals, process) => new ArrivalSettings.Hourly(Rates(arrivals.Need("rates", "write rates = [20, 60, 90, 40]", because: process))),
        };
    }

    public ArrivalSettings Read(Section arrivals)
    {
        arrivals.CheckKeys(KnownKeys.Arrivals);
        if (arrivals.Find("think")?.Node is Hocon.HoconObject)
        {
            arrivals.Find("think")!.Section().CheckKeys(KnownKeys.Distribution);
        }

        var process = arrivals.Need("process", $"write process = {Words.Or(_processes.Keys)}");
        return process.Choice(_processes)(arrivals, process);
    }

    private ArrivalSettings.Closed Closed(Section arrivals, Entry process) =>
        new(
            (int)arrivals.Need("population", "write population = 10", because: process).Whole(1, int.MaxValue),
            _distributions.Read(arrivals.Need("think", "write think { distribution = exponential, mean = 60s }", because: process).Section()));

    private static ImmutableArray<double> Rates(Entry entry)
    {
        var rates = entry.FilledList("[20, 60, 90, 40]").Select(rate => rate.NotNegative("write customers per hour, 0 or more")).ToImmutableArray();
        return rates.Any(rate => rate > 0) ? rates : throw entry.Error("all rates are 0: nobody would ever come", "write at least one rate above 0");
    }
}
