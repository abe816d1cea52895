using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>{ distribution = ..., ... }</c>.</summary>
internal sealed class DistributionReader
{
    private const double Slack = 1e-9;
    private const int MostPhases = 100_000;

    private readonly IDataFiles _files;
    private readonly Dictionary<string, Func<Part, Distribution>> _kinds;

    public DistributionReader(IDataFiles files)
    {
        _files = files;
        _kinds = new(StringComparer.Ordinal)
        {
            ["deterministic"] = part => new Deterministic(Seconds(part.Need("value", "value = 45s"))),
            ["exponential"] = part => new Exponential(Mean(part)),
            ["uniform"] = Uniform,
            ["triangular"] = Triangular,
            ["erlang"] = part => new Erlang(Mean(part), (int)part.Need("phases", "phases = 4").Whole(1, MostPhases)),
            ["gamma"] = part => new Gamma(Mean(part), Cv(part)),
            ["lognormal"] = part => new LogNormal(Mean(part), Cv(part)),
            ["weibull"] = part => new Weibull(Mean(part), part.Need("shape", "shape = 1.5").Positive()),
            ["hyperexponential"] = HyperExponential,
            ["discrete"] = part => new Discrete(Values(part), Probabilities(part, Values(part).Length)),
            ["sequence"] = part => new Sequence(Values(part)),
            ["empirical"] = part => new Empirical(EmpiricalFile.Read(_files.Read(part.Need("file", "file = \"times.txt\"")))),
        };
    }

    /// <summary>Reads the section's distribution; its keys are checked by whoever knows what else may stand there.</summary>
    public Distribution Read(Section section)
    {
        var kind = section.Need("distribution", $"write distribution = {Words.Or(_kinds.Keys)}");
        var make = kind.Choice(_kinds);
        try
        {
            return make(new(section, kind));
        }
        catch (ArgumentException refused)
        {
            throw (section.Find(refused.ParamName ?? "") ?? kind).Error(Reason(refused), "write a milder value");
        }
    }

    // The runtime adds the parameter's name and value to the reason, on lines of their own.
    private static string Reason(ArgumentException refused) => refused.Message.Split(" (Parameter", 2)[0];

    private static Uniform Uniform(Part part)
    {
        var (min, max) = (part.Need("min", "min = 30s"), part.Need("max", "max = 90s"));
        InOrder(min, max);
        return new(Seconds(min), SecondsAboveZero(max));
    }

    private static Triangular Triangular(Part part)
    {
        var (min, mode, max) = (part.Need("min", "min = 30s"), part.Need("mode", "mode = 45s"), part.Need("max", "max = 90s"));
        InOrder(min, mode);
        InOrder(mode, max);
        return Seconds(min) < Seconds(max) ? new(Seconds(min), Seconds(mode), Seconds(max))
            : throw max.Error("max is not above min", "write a longer time, or distribution = deterministic");
    }

    private static HyperExponential HyperExponential(Part part)
    {
        if (part.Find("means") is null)
        {
            var cv = part.Need("cv", "cv = 2");
            return cv.Number() >= 1 ? Queueing.Distributions.HyperExponential.Balanced(Mean(part), cv.Number())
                : throw cv.Error("a hyperexponential's cv is below 1", "write a number, 1 or more; an erlang or gamma varies less");
        }

        var means = part.Need("means", "means = [20s, 140s]").FilledList("[20s, 140s]").Select(SecondsAboveZero).ToImmutableArray();
        return new(means, Probabilities(part, means.Length));
    }

    private static ImmutableArray<double> Values(Part part) =>
        [.. part.Need("values", "values = [30s, 90s]").FilledList("[30s, 90s]").Select(Seconds)];

    private static ImmutableArray<double> Probabilities(Part part, int count)
    {
        var entry = part.Need("probabilities", "probabilities = [0.5, 0.5]");
        var list = entry.FilledList("[0.5, 0.5]").Select(item => item.NotNegative("write a probability from 0 to 1")).ToImmutableArray();
        if (list.Length != count)
        {
            throw entry.Error($"there are {list.Length} probabilities for {count} values", "write one for each");
        }

        return Math.Abs(list.Sum() - 1) <= Slack ? list
            : throw entry.Error(string.Create(CultureInfo.InvariantCulture, $"the probabilities sum to {list.Sum()}"), "write ones that sum to 1");
    }

    private static double Mean(Part part) => SecondsAboveZero(part.Need("mean", "mean = 45s"));

    private static double Cv(Part part) => part.Need("cv", "cv = 0.5").Positive();

    private static double Seconds(Entry entry) => entry.Duration().TotalSeconds;

    private static double SecondsAboveZero(Entry entry) => entry.PositiveDuration().TotalSeconds;

    private static void InOrder(Entry low, Entry high)
    {
        if (Seconds(high) < Seconds(low))
        {
            throw high.Error($"{high.Key} is below {low.Key}", $"write a time not below {low.Key}");
        }
    }

    /// <summary>The parameters of a distribution: what is missing is missing because of its kind.</summary>
    private sealed record Part(Section Section, Entry Kind)
    {
        public Entry? Find(string key) => Section.Find(key);

        public Entry Need(string key, string example) => Section.Need(key, $"write {example}", because: Kind);
    }
}
