namespace ActorCafe.Queueing.Theory;

/// <summary>Gustafson's law: how much more work several workers do in the same time, if the parallel part grows with their number.</summary>
/// <remarks>J. L. Gustafson, "Reevaluating Amdahl's law", Communications of the ACM 31 (1988).</remarks>
internal static class Gustafson
{
    /// <summary>Work of all workers / work of one, in the same time: serial + (1 - serial) x workers.</summary>
    /// <param name="workers">1 or more.</param>
    /// <param name="serial">The share of the time of all workers together in which only one works, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double SpeedUp(int workers, double serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return Require.Within(serial, 0, 1) + ((1 - serial) * workers);
    }
}
