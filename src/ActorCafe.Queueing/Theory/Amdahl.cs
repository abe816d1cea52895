namespace ActorCafe.Queueing.Theory;

/// <summary>Amdahl's law: how much faster several workers do the same work, if a part of it is serial.</summary>
/// <remarks>
/// G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS Spring Joint
/// Computer Conference (1967).
/// </remarks>
internal static class Amdahl
{
    /// <summary>Time with one worker / time with all: 1 / (serial + (1 - serial) / workers).</summary>
    /// <param name="workers">1 or more.</param>
    /// <param name="serial">The serial share of the work, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double SpeedUp(int workers, double serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return 1 / (Require.Within(serial, 0, 1) + ((1 - serial) / workers));
    }

    /// <summary>The limit of the speed-up for any number of workers; infinite if nothing is serial.</summary>
    /// <inheritdoc cref="SpeedUp"/>
    public static double Limit(double serial) => 1 / Require.Within(serial, 0, 1);
}
