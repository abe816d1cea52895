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
    private readonly Dictionary<string, Func<Parameters, Distribution>> _kinds;

    public DistributionReader(IDataFiles files)
    {
        _files = files;
        _kinds = new(StringComparer.Ordinal)
        {
            ["deterministic"] = parameters => new Deterministic(Seconds(parameters.Need("value", "value = 45s"))),
            ["exponential"] = parameters => new Exponential(Mean(parameters)),
            ["uniform"] = Uniform,
            ["triangular"] = Triangular,
            ["erlang"] = parameters => new Erlang(Mean(parameters), (int)parameters.Need("phases", "phases = 4").Whole(1, MostPhases)),
            ["gamma"] = parameters => new Gamma(Mean(parameters), Cv(parameters)),
            ["lognormal"] = parameters => new LogNormal(Mean(parameters), Cv(parameters)),
            ["weibull"] = parameters => new Weibull(Mean(parameters), parameters.Need("shape", "shape = 1.5").Positive()),
            ["hyperexponential"] = HyperExponential,
            ["discrete"] = parameters => new Discrete(Values(parameters), Probabilities(parameters, Values(parameters).Length)),
            ["sequence"] = parameters => new Sequence(Values(parameters)),
            ["empirical"] = parameters => new Empirical(EmpiricalTimesReader.Read(_files.Read(parameters.Need("file", "file = \"times.txt\"")))),
        };
    }

    /// <summary>Reads a distribution, <c>{ distribution = ... }</c>, or <c>5m</c>, which is short for a deterministic one of that value.</summary>
    public Distribution Read(ConfigEntry entry, string? remedy = null)
    {
        if (entry.Node is Hocon.HoconScalar)
        {
            return new Deterministic(entry.Duration($", or {entry.Key} {{ distribution = ... }}").TotalSeconds);
        }

        var section = entry.Section("a distribution", remedy ?? $"write {entry.Key} {{ distribution = exponential, mean = 45s }}, or {entry.Key} = 45s");
        section.CheckKeys(KnownKeys.Distribution);
        return Read(section);
    }

    /// <summary>Reads the distribution of a section. The caller checks its keys, because others may be allowed there.</summary>
    public Distribution Read(ConfigSection section)
    {
        var kind = section.Need("distribution", $"write distribution = {ErrorText.Or(_kinds.Keys)}");
        if (kind.Node is Hocon.HoconDistribution given)
        {
            return given.Value;
        }

        var make = kind.Choice(_kinds);
        try
        {
            return make(new(section, kind));
        }
        catch (ArgumentException refused)
        {
            throw (section.Find(refused.ParamName ?? "") ?? kind).Error(Reason(refused), "write a less extreme value");
        }
    }

    // The runtime appends the parameter's name and value to the message.
    private static string Reason(ArgumentException refused) => refused.Message.Split(" (Parameter", 2)[0];

    private static Uniform Uniform(Parameters parameters)
    {
        var (min, max) = (parameters.Need("min", "min = 30s"), parameters.Need("max", "max = 90s"));
        InOrder(min, max);
        return new(Seconds(min), SecondsAboveZero(max));
    }

    private static Triangular Triangular(Parameters parameters)
    {
        var (min, mode, max) = (parameters.Need("min", "min = 30s"), parameters.Need("mode", "mode = 45s"), parameters.Need("max", "max = 90s"));
        InOrder(min, mode);
        InOrder(mode, max);
        return Seconds(min) < Seconds(max) ? new(Seconds(min), Seconds(mode), Seconds(max))
            : throw max.Error("max is not above min", "write a longer time, or distribution = deterministic");
    }

    private static HyperExponential HyperExponential(Parameters parameters)
    {
        if (parameters.Find("means") is null)
        {
            var cv = parameters.Need("cv", "cv = 2");
            return cv.Number() >= 1 ? Queueing.Distributions.HyperExponential.Balanced(Mean(parameters), cv.Number())
                : throw cv.Error("a hyperexponential's cv is below 1", "write a number, 1 or more; an erlang or gamma varies less");
        }

        var means = parameters.Need("means", "means = [20s, 140s]").FilledList("[20s, 140s]").Select(SecondsAboveZero).ToImmutableArray();
        return new(means, Probabilities(parameters, means.Length));
    }

    private static ImmutableArray<double> Values(Parameters parameters) =>
        [.. parameters.Need("values", "values = [30s, 90s]").FilledList("[30s, 90s]").Select(Seconds)];

    private static ImmutableArray<double> Probabilities(Parameters parameters, int count)
    {
        var entry = parameters.Need("probabilities", "probabilities = [0.5, 0.5]");
        var list = entry.FilledList("[0.5, 0.5]").Select(item => item.NotNegative("write a probability from 0 to 1")).ToImmutableArray();
        if (list.Length != count)
        {
            throw entry.Error($"there are {list.Length} probabilities for {count} values", "write one for each");
        }

        return Math.Abs(list.Sum() - 1) <= Slack ? list
            : throw entry.Error(string.Create(CultureInfo.InvariantCulture, $"the probabilities sum to {list.Sum()}"), "write ones that sum to 1");
    }

    private static double Mean(Parameters parameters) => SecondsAboveZero(parameters.Need("mean", "mean = 45s"));

    private static double Cv(Parameters parameters) => parameters.Need("cv", "cv = 0.5").Positive();

    private static double Seconds(ConfigEntry entry) => entry.Duration().TotalSeconds;

    private static double SecondsAboveZero(ConfigEntry entry) => entry.PositiveDuration().TotalSeconds;

    private static void InOrder(ConfigEntry low, ConfigEntry high)
    {
        if (Seconds(high) < Seconds(low))
        {
            throw high.Error($"{high.Key} is below {low.Key}", $"write a time not below {low.Key}");
        }
    }

    /// <summary>The parameters of a distribution. A missing one is blamed on the kind that requires it.</summary>
    private sealed record Parameters(ConfigSection Section, ConfigEntry Kind)
    {
        public ConfigEntry? Find(string key) => Section.Find(key);

        public ConfigEntry Need(string key, string example) => Section.Need(key, $"write {example}", because: Kind);
    }
}

/// <summary>Reads recorded times: one number of seconds per line.</summary>
internal static class EmpiricalTimesReader
{
    private const string Remedy = "write one number of seconds a line, such as 42.5";

    public static ImmutableArray<double> Read(DataFile file)
    {
        using var reader = DataFileText.Open(file);
        var values = ImmutableArray.CreateBuilder<double>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (ClockTime.ProblemOfSeconds(text.AsSpan().Trim(), out var time) is { } problem)
            {
                throw DataFileText.Error(file.Name, line, $"{ErrorText.Shown(text)} {ClockTime.Cause(text) ?? (problem == ClockTime.NoTime ? "is not a number of seconds" : problem)}", Remedy);
            }

            values.Add(time.TotalSeconds);
        }

        return values.Count > 0 ? values.DrainToImmutable() : throw DataFileText.Error(file.Name, 1, "the file has no values", Remedy);
    }
}
