using System.Collections.Immutable;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Sweeping;

/// <summary>One shop of a sweep, with its varied values.</summary>
internal sealed record SweepPoint(ImmutableArray<(VariedKey Key, string Value)> Varied, LoadedShop Shop)
{
    private const long Most = 100_000;

    /// <summary>Its name in messages: <c>grinder=2, machine=3</c>.</summary>
    public string Name => string.Join(", ", Varied.Select(varied => $"{varied.Key.Text}={varied.Value}"));

    /// <summary>Equal for equal values, whatever the order and spelling of keys.</summary>
    public string Identity => string.Join('\n', Varied.Select(varied => $"{varied.Key.Path}={varied.Value}").Order(StringComparer.Ordinal));

    /// <summary>Loads a shop for every combination of values, the last key varying fastest.</summary>
    /// <exception cref="InputException">A file or an override is wrong.</exception>
    public static IReadOnlyList<SweepPoint> Grid(IReadOnlyList<VariedValues> vary, Func<IEnumerable<Override>, LoadedShop> load)
    {
        if (vary.GroupBy(one => one.Key.Path).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new InputException(VariedKey.Option, twice.Last().Key.Text, "it is varied twice", "give all its values at once, separated by commas");
        }

        if (vary.Aggregate(1L, (product, one) => Math.Min(product * one.Values.Count, long.MaxValue / 100_000)) is > Most and var many)
        {
            throw new InputException(VariedKey.Option, vary[0].Key.Text, $"the grid has more than {Most} points ({many})", "give fewer values");
        }

        IEnumerable<ImmutableArray<(VariedKey Key, string Value)>> grid = [[]];
        foreach (var one in vary)
        {
            grid = grid.SelectMany(_ => one.Values, (before, value) => before.Add((one.Key, value)));
        }

        return [.. grid.Select(varied => new SweepPoint(varied, load(varied.Select(one => one.Key.With(one.Value)))))];
    }
}
