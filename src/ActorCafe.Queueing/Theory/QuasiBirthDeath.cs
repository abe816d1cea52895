using MathNet.Numerics.LinearAlgebra;

namespace ActorCafe.Queueing.Theory;

/// <summary>
/// A quasi birth-death process: a level that grows and shrinks by one, together with a phase. From one level on, all levels have the same rates.
/// </summary>
/// <remarks>
/// M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models (Johns Hopkins 1981), for the form of the solution: p(n + 1) = p(n) R. G. Latouche and V.
/// Ramaswami, "A logarithmic reduction algorithm for quasi-birth-death processes", Journal of Applied Probability 30 (1993), for R.
/// </remarks>
internal sealed class QuasiBirthDeath
{
    private const double Negligible = 1e-15;
    private const int MostSteps = 60;
    private readonly List<Vector<double>> _levels = [];
    private readonly Matrix<double> _ratio;
    private readonly Vector<double> _beyond;
    private readonly double _levelsBeyond;

    /// <param name="regular">The level from which on all levels have the same rates, 1 or more, downwards from the next one.</param>
    /// <param name="rates">
    /// The rates from the phases (rows) of a level to those (columns) of the level above, of the same level and of the level below. Diagonals are ignored where
    /// a rate leads to the same level and phase. There must be a steady state.
    /// </param>
    public QuasiBirthDeath(int regular, Func<int, (Matrix<double> Up, Matrix<double> Same, Matrix<double> Down)> rates)
    {
        var levels = Enumerable.Range(0, regular + 2).Select(level => Generator(rates(level))).ToArray();
        var (up, same, down) = levels[^1];
        _ratio = up * (-(same + (up * FirstPassage(up, same, down)))).Inverse();

        // p(n) = p(n - 1) R(n), from the regular levels down to 1.
        var ratios = new Matrix<double>[regular + 2];
        ratios[^1] = _ratio;
        for (var level = regular; level > 0; level--)
        {
            ratios[level] = levels[level - 1].Up * (-(levels[level].Same + (ratios[level + 1] * levels[level + 1].Down))).Inverse();
        }

        _levels.Add(NullVector(levels[0].Same + (ratios[1] * levels[1].Down)));
        for (var level = 1; level <= regular; level++)
        {
            _levels.Add(_levels[^1] * ratios[level]);
        }

        // The geometric sums of all levels above, and of their distances from the regular one.
        var sum = (Matrix<double>.Build.DenseIdentity(_ratio.RowCount) - _ratio).Inverse();
        _beyond = _levels[^1] * _ratio * sum;
        var total = _levels.Sum(level => level.Sum()) + _beyond.Sum();
        _levelsBeyond = (_beyond * sum).Sum() / total;
        _beyond /= total;
        _levels = [.. _levels.Select(level => level / total)];
    }

    /// <summary>The long-run mean of a value of level and phase that grows by one with each level above the regular one.</summary>
    public double Mean(Func<int, int, double> value)
    {
        var sum = _levelsBeyond;
        for (var phase = 0; phase < _beyond.Count; phase++)
        {
            sum += _beyond[phase] * value(_levels.Count - 1, phase);
            for (var level = 0; level < _levels.Count; level++)
            {
                sum += _levels[level][phase] * value(level, phase);
            }
        }

        return sum;
    }

    /// <summary>The probability of each level, without end.</summary>
    public IEnumerable<double> Levels()
    {
        foreach (var level in _levels)
        {
            yield return level.Sum();
        }

        for (var level = _levels[^1] * _ratio; ; level *= _ratio)
        {
            yield return level.Sum();
        }
    }

    private static (Matrix<double> Up, Matrix<double> Same, Matrix<double> Down) Generator((Matrix<double> Up, Matrix<double> Same, Matrix<double> Down) rates)
    {
        var leaving = rates.Up.RowSums() + rates.Same.RowSums() + rates.Down.RowSums();
        return (rates.Up, rates.Same - Matrix<double>.Build.DenseOfDiagonalVector(leaving), rates.Down);
    }

    /// <summary>The probability of each phase at the first visit of the level below, by the phase now.</summary>
    private static Matrix<double> FirstPassage(Matrix<double> up, Matrix<double> same, Matrix<double> down)
    {
        var identity = Matrix<double>.Build.DenseIdentity(up.RowCount);
        var leaving = (-same).Inverse();
        var (rise, fall) = (leaving * up, leaving * down);
        var (passage, reaches) = (fall, rise);
        for (var step = 0; step < MostSteps && reaches.L1Norm() > Negligible; step++)
        {
            var stays = (identity - (rise * fall) - (fall * rise)).Inverse();
            (rise, fall) = (stays * rise * rise, stays * fall * fall);
            passage += reaches * fall;
            reaches *= rise;
        }

        return passage;
    }

    /// <summary>The vector p of sum 1 with p M = 0.</summary>
    private static Vector<double> NullVector(Matrix<double> generator)
    {
        var equations = generator.Transpose();
        equations.SetRow(0, Vector<double>.Build.Dense(generator.RowCount, 1));
        return equations.Solve(Vector<double>.Build.Dense(generator.RowCount, phase => phase == 0 ? 1 : 0));
    }
}
