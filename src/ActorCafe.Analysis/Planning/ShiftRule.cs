namespace ActorCafe.Analysis.Planning;

/// <summary>The rule that nobody is employed for less than a shortest shift at a stretch.</summary>
/// <remarks>
/// Let C(t) be the number of workers who have come by t and L(t) the number who have left, counted where the number of workers changes. A staffing can be worked
/// in shifts of at least m if and only if L(t) is at most C(t - m) at every t. If it is, let the worker who came first leave first: the n-th to leave at t is
/// the n-th who came, and came by t - m. The other way round, somebody may also come at the instant that another leaves; say X(t) have by t. Whoever has
/// left by t came by t - m, so L(t) + X(t) is at most C(t - m) + X(t - m), and X never falls. To ask that each level of the staffing lasts for m would be
/// too strict: of two shifts that overlap by an hour, the second level is an hour long.
/// </remarks>
internal sealed class ShiftRule
{
    private const double Rounding = 1e-9;
    private readonly double[] _begins;
    private readonly double _shortest;
    private readonly bool _ends;

    /// <param name="lengths">How long the shop is open in each hour, in hours.</param>
    /// <param name="shortest">The shortest shift, in hours, 0 or more.</param>
    /// <param name="ends">Whether all leave after the last hour; otherwise those who work then stay on for as long as it takes.</param>
    public ShiftRule(IReadOnlyList<double> lengths, double shortest, bool ends)
    {
        _begins = new double[lengths.Count + 1];
        for (var hour = 0; hour < lengths.Count; hour++)
        {
            _begins[hour + 1] = _begins[hour] + lengths[hour];
        }

        _shortest = Math.Min(shortest, _begins[^1]) - Rounding;
        _ends = ends;
    }

    /// <summary>The number of hours.</summary>
    public int Hours => _begins.Length - 1;

    /// <summary>Whether every staffing is allowed.</summary>
    public bool IsEmpty => _shortest <= 0;

    /// <summary>The time from the beginning of one hour to that of another, in hours.</summary>
    public double Between(int first, int end) => _begins[end] - _begins[first];

    /// <summary>Whether somebody may work from the beginning of one hour to that of another.</summary>
    public bool IsShift(int first, int end) => Between(first, end) >= _shortest || (end == Hours && !_ends);

    /// <summary>Whether a number of workers in each hour can be worked in shifts.</summary>
    public bool Allows(IReadOnlyList<int> workers)
    {
        var came = new Queue<int>();
        for (var hour = 0; hour <= workers.Count; hour++)
        {
            var now = hour < workers.Count ? workers[hour] : 0;
            while (came.Count < now)
            {
                came.Enqueue(hour);
            }

            while (came.Count > now)
            {
                if (!IsShift(came.Dequeue(), hour))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
