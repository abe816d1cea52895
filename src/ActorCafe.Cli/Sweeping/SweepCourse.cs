using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Sweeping;

/// <summary>How far a sweep over a cluster has come, whatever becomes of its membership in between.</summary>
internal sealed class SweepCourse
{
    private readonly ShopResult?[] _results;
    private readonly HashSet<int> _failed = [];
    private readonly SweepFile? _file;

    public SweepCourse(IReadOnlyList<SweepPoint> points, SweepFile? file)
    {
        Points = points;
        _file = file;
        _results = [.. points.Select(point => file?.Done.GetValueOrDefault(point.Identity))];
    }

    public IReadOnlyList<SweepPoint> Points { get; }

    /// <summary>Of each point; null where there is none.</summary>
    public IReadOnlyList<ShopResult?> Results => _results;

    /// <summary>Why points failed.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Who played, a report for each time that the sweep was a member.</summary>
    public List<SweepSummary> Reports { get; } = [];

    /// <summary>Whether anything has been played.</summary>
    public bool IsBegun => Reports.Count > 0;

    /// <summary>The places of the points that are neither finished nor failed.</summary>
    public int[] Todo => [.. Enumerable.Range(0, Points.Count).Where(at => _results[at] is null && !_failed.Contains(at))];

    /// <summary>Keeps it, in the file at once.</summary>
    public void Finish(int at, ShopResult result)
    {
        _results[at] = result;
        _file?.Add(Points[at], result);
    }

    public void Fail(int at, string reason)
    {
        _failed.Add(at);
        Failures.Add($"{Points[at].Name}: {reason}");
    }
}
