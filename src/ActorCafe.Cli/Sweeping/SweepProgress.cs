using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Sweeping;

/// <summary>The progress of a sweep on a cluster, kept across changes of membership.</summary>
internal sealed class SweepProgress
{
    private readonly ShopResult?[] _results;
    private readonly HashSet<int> _failed = [];
    private readonly SweepFile? _file;

    public SweepProgress(IReadOnlyList<SweepPoint> points, SweepFile? file)
    {
        Points = points;
        _file = file;
        _results = [.. points.Select(point => file?.Done.GetValueOrDefault(point.Identity))];
    }

    public IReadOnlyList<SweepPoint> Points { get; }

    /// <summary>The result of each point; null if there is none yet.</summary>
    public IReadOnlyList<ShopResult?> Results => _results;

    /// <summary>The reasons why points failed.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The contributions of nodes, one report per membership.</summary>
    public List<SweepSummary> Reports { get; } = [];

    /// <summary>Whether anything has run.</summary>
    public bool IsBegun => Reports.Count > 0;

    /// <summary>The indexes of points that are neither finished nor failed.</summary>
    public int[] Todo => [.. Enumerable.Range(0, Points.Count).Where(at => _results[at] is null && !_failed.Contains(at))];

    /// <summary>Stores a result, in the file at once.</summary>
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
