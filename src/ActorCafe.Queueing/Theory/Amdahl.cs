namespace ActorCafe.Queueing.Theory;

/// <summary>How much faster the same work is done by many, if a part of it can only be done by one after the other.</summary>
/// <remarks>
/// G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS Spring Joint
/// Computer Conference (1967).
/// </remarks>
public static class Amdahl
{
    /// <summary>Time with one worker / time with so many: 1 / (serial + (1 - serial) / workers).</summary>
    /// <param name="workers">1 or more.</param>
    /// <param name="serial">The share of the work that is done one after the other, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double SpeedUp(int workers, double serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return 1 / (Require.Within(serial, 0, 1) + ((1 - serial) / workers));
    }

    /// <summary>What the speed-up stays below, however many there are; infinite if nothing is serial.</summary>
    /// <inheritdoc cref="SpeedUp"/>
    public static double Limit(double serial) => 1 / Require.Within(serial, 0, 1);
}
