namespace ActorCafe.Floor.Facts;

/// <summary>Records every fact of a run, in the order in which they happened.</summary>
/// <param name="most">The number of facts after which the run is given up.</param>
internal sealed class FactLog(int most = FactLog.Most) : FactTimeline
{
    /// <summary>The most facts that a page is sent: some 25,000 orders of three stages.</summary>
    public const int Most = 500_000;

    private readonly List<Fact> _facts = [];

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>When the run was over.</summary>
    public TimeSpan End { get; private set; }

    public override void Over(TimeSpan now) => End = now;

    protected override void Add(in Fact fact)
    {
        if (_facts.Count == most)
        {
            throw new TooManyFactsException();
        }

        _facts.Add(fact);
    }
}

/// <summary>A run has more facts than a page can be sent.</summary>
internal sealed class TooManyFactsException() : Exception("more facts than a page can show");
