namespace ActorCafe.Queueing.Theory;

/// <summary>How much more work many do in the same time, if the part that can be shared grows with them.</summary>
/// <remarks>J. L. Gustafson, "Reevaluating Amdahl's law", Communications of the ACM 31 (1988).</remarks>
public static class Gustafson
{
    /// <summary>Work by so many workers / work by one, in the same time: serial + (1 - serial) x workers.</summary>
    /// <param name="workers">1 or more.</param>
    /// <param name="serial">The share of the time of all that is spent one after the other, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double SpeedUp(int workers, double serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return Require.Within(serial, 0, 1) + ((1 - serial) * workers);
    }
}
