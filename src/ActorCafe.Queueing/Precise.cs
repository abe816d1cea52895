namespace ActorCafe.Queueing;

/// <summary>
/// Computes e^x - 1 and ln(1 + x) to the last digits for any small x, by W. Kahan's method: N. J. Higham, Accuracy and Stability of Numerical Algorithms (SIAM,
/// 2nd edition 2002), 1.14.1. MathNet's functions are good to nine digits; the framework's lose them all.
/// </summary>
internal static class Precise
{
    public static double Expm1(double x)
    {
        var exponential = Math.Exp(x);
        return exponential == 1 ? x
            : exponential - 1 == -1 ? -1
            : (exponential - 1) * x / Math.Log(exponential);
    }

    public static double Log1p(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
