using System.Collections.Immutable;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Sweeping;

/// <summary>One shop of a sweep, and the values that make it this one.</summary>
internal sealed record SweepPoint(ImmutableArray<(VariedKey Key, string Value)> Varied, LoadedShop Shop)
{
    private const long Most = 100_000;

    /// <summary>As people call it: <c>grinder=2, machine=3</c>.</summary>
    public string Name => string.Join(", ", Varied.Select(varied => $"{varied.Key.Text}={varied.Value}"));

    /// <summary>The same for the same values, whatever their order and spelling of keys.</summary>
    public string Identity => string.Join('\n', Varied.Select(varied => $"{varied.Key.Path}={varied.Value}").Order(StringComparer.Ordinal));

    /// <summary>Every combination of the values, the last key's changing first, each read as a shop.</summary>
    /// <exception cref="InputException">Anything is wrong with one of them.</exception>
    public static IReadOnlyList<SweepPoint> Grid(IReadOnlyList<Vary> vary, Func<IEnumerable<Override>, LoadedShop> load)
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
