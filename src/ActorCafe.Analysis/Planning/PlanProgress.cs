namespace ActorCafe.Analysis.Planning;

/// <summary>
/// The estimated share of a search that is done. How many staffings a search simulates is not known in advance, so each phase says how many it expects from
/// then on; the share never falls.
/// </summary>
internal sealed class PlanProgress(IProgress<double>? progress)
{
    // Only a finished search is done.
    private const double Most = 0.99;
    private readonly Lock _gate = new();
    private int _done;
    private int _left;
    private double _share;

    /// <summary>About how many staffings are left.</summary>
    public void Expect(int left)
    {
        lock (_gate)
        {
            _left = left;
            Report();
        }
    }

    /// <summary>A staffing has been simulated.</summary>
    public void Step()
    {
        lock (_gate)
        {
            _done++;
            _left = Math.Max(1, _left - 1);
            Report();
        }
    }

    private void Report()
    {
        _share = Math.Max(_share, Math.Min(Most, (double)_done / Math.Max(1, _done + _left)));
        progress?.Report(_share);
    }
}
