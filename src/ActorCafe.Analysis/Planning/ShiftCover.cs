namespace ActorCafe.Analysis.Planning;

/// <summary>The shifts with the fewest hours that give each hour at least the workers it needs.</summary>
/// <remarks>
/// A minimum-cost flow: the nodes are the beginnings of hours, a unit from one to a later one is a shift, and a unit from the end of an hour back to its
/// beginning is a worker more than needed in it. A node supplies what the need rises by there. Units are sent one by one along the cheapest path (successive
/// shortest paths; Ahuja, Magnanti and Orlin, Network Flows, 1993, chapters 9.7 and 9.8), so the result is whole and optimal.
/// </remarks>
internal sealed class ShiftCover
{
    private const double Rounding = 1e-9;
    private readonly ShiftRule _rule;
    private readonly int[] _supply;
    private readonly int[,] _shifts;
    private readonly int[] _idle;

    private ShiftCover(ShiftRule rule, IReadOnlyList<int> need)
    {
        _rule = rule;
        _supply = [.. Enumerable.Range(0, rule.Hours + 1).Select(hour => At(need, hour) - At(need, hour - 1))];
        _shifts = new int[rule.Hours + 1, rule.Hours + 1];
        _idle = new int[rule.Hours];
    }

    /// <summary>The workers in each hour.</summary>
    public static int[] Of(ShiftRule rule, IReadOnlyList<int> need)
    {
        var cover = new ShiftCover(rule, need);
        while (cover._supply.Any(units => units > 0))
        {
            cover.SendUnit();
        }

        return [.. need.Zip(cover._idle, (needed, idle) => needed + idle)];
    }

    private static int At(IReadOnlyList<int> need, int hour) => hour >= 0 && hour < need.Count ? need[hour] : 0;

    /// <summary>Sends a unit along the cheapest path from a node with supply to one with demand (Bellman and Ford).</summary>
    private void SendUnit()
    {
        var cost = _supply.Select(units => units > 0 ? 0 : double.PositiveInfinity).ToArray();
        var from = Enumerable.Repeat(-1, cost.Length).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var first = 0; first < cost.Length; first++)
            {
                for (var end = 0; end < cost.Length; end++)
                {
                    if (Price(first, end) is { } price && cost[first] + price < cost[end] - Rounding)
                    {
                        (cost[end], from[end], changed) = (cost[first] + price, first, true);
                    }
                }
            }
        }

        var to = Enumerable.Range(0, cost.Length).Where(node => _supply[node] < 0).MinBy(node => cost[node]);
        _supply[to]++;
        while (from[to] >= 0)
        {
            Move(from[to], to);
            to = from[to];
        }

        _supply[to]--;
    }

    /// <summary>The price of a unit between two nodes; null where none can go.</summary>
    private double? Price(int first, int end) =>
        first < end && first + 1 == end && _idle[first] > 0 ? 0
        : first < end ? (_rule.IsShift(first, end) ? _rule.Between(first, end) : null)
        : first == end + 1 ? (_shifts[end, first] > 0 ? -_rule.Between(end, first) : 0)
        : first > end && _shifts[end, first] > 0 ? -_rule.Between(end, first)
        : null;

    private void Move(int first, int end)
    {
        if (first < end)
        {
            if (first + 1 == end && _idle[first] > 0)
            {
                _idle[first]--;
            }
            else
            {
                _shifts[first, end]++;
            }
        }
        else if (_shifts[end, first] > 0)
        {
            _shifts[end, first]--;
        }
        else
        {
            _idle[end]++;
        }
    }
}
