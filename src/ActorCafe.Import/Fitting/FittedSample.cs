namespace ActorCafe.Import.Fitting;

/// <summary>Measured times above 0, in seconds, and what fitting needs of them.</summary>
internal sealed class FittedSample
{
    public FittedSample(IEnumerable<double> values)
    {
        Values = [.. values.Order()];
        Mean = Values.Average();
        MeanLog = Values.Average(Math.Log);
        VarianceLog = Values.Average(value => Square(Math.Log(value) - MeanLog));
    }

    /// <summary>The values, the smallest first.</summary>
    public double[] Values { get; }

    public double Mean { get; }

    /// <summary>The mean of the logarithms.</summary>
    public double MeanLog { get; }

    /// <summary>The variance of the logarithms.</summary>
    public double VarianceLog { get; }

    /// <summary>At most <paramref name="most"/> of the values, evenly spaced in order of size.</summary>
    public FittedSample AtMost(int most) =>
        Values.Length <= most ? this : new(Enumerable.Range(0, most).Select(at => Values[(int)((at + 0.5) * Values.Length / most)]));

    private static double Square(double value) => value * value;
}
