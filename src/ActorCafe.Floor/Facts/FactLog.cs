namespace ActorCafe.Floor.Facts;

/// <summary>Records every fact of a run, in the order in which they happened.</summary>
public sealed class FactLog : FactTimeline
{
    /// <summary>The most facts that a page is sent: some 25,000 orders of three stages.</summary>
    public const int Most = 500_000;

    private readonly List<Fact> _facts = [];
    private readonly int _most;
    private readonly bool _failsRun;

    /// <summary>Creates a log that lets the run go on without it when there are more than <see cref="Most"/> facts.</summary>
    public FactLog() => _most = Most;

    /// <param name="most">The number of facts after which the run fails.</param>
    internal FactLog(int most) => (_most, _failsRun) = (most, true);

    /// <summary>Whether the run had more facts than were wanted; none are kept then.</summary>
    public bool IsOverfull { get; private set; }

    internal IReadOnlyList<Fact> Facts => _facts;

    /// <summary>When the run was over.</summary>
    public TimeSpan End { get; private set; }

    public override void Over(TimeSpan now) => End = now;

    private protected override void Add(in Fact fact)
    {
        if (IsOverfull)
        {
            return;
        }

        if (_facts.Count == _most)
        {
            IsOverfull = true;
            _facts.Clear();
            _facts.TrimExcess();
            if (_failsRun)
            {
                throw new TooManyFactsException();
            }

            return;
        }

        _facts.Add(fact);
    }
}

/// <summary>A run has more facts than a page can be sent.</summary>
internal sealed class TooManyFactsException() : Exception("more facts than a page can show");
