using System.Globalization;

namespace ActorCafe.Cli.Clusters.Views;

/// <summary>Lists machines briefly.</summary>
internal static class MachineNames
{
    /// <summary><c>machine-1</c>, <c>machine-2</c>, <c>machine-3</c> and <c>machine-7</c> are <c>machine 1-3, 7</c>.</summary>
    public static string Short(IEnumerable<string> names) => string.Join(
        "; ",
        names.Select(Split).GroupBy(name => name.Stage).Select(stage => $"{stage.Key} {string.Join(", ", Ranges(stage.Select(name => name.Number).Order()))}"));

    private static (string Stage, int Number) Split(string name)
    {
        var dash = name.LastIndexOf('-');
        return (name[..dash], int.Parse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Ranges(IEnumerable<int> numbers)
    {
        // Numbers of one range have the same distance to their place in the list.
        foreach (var range in numbers.Index().GroupBy(number => number.Item - number.Index, number => number.Item))
        {
            var (first, last) = (range.First(), range.Last());
            yield return first == last ? string.Create(CultureInfo.InvariantCulture, $"{first}") : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
        }
    }
}
