using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>
/// Draws gamma variables of scale 1 by rejection: Marsaglia and Tsang, "A simple method for generating gamma variables"
/// (ACM Transactions on Mathematical Software 26, 2000), with their power of U for shapes below 1.
/// </summary>
internal readonly struct GammaSampler
{
    private readonly double _d;
    private readonly double _c;
    private readonly double _inverseOfSmallShape;

    /// <param name="shape">Above 0.</param>
    public GammaSampler(double shape)
    {
        _inverseOfSmallShape = shape < 1 ? 1 / shape : 0;
        _d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        _c = 1 / Math.Sqrt(9 * _d);
    }

    public double Sample(ref RandomStream random)
    {
        var value = SampleFromOne(ref random);
        return _inverseOfSmallShape == 0 ? value : value * Math.Pow(random.NextDouble(), _inverseOfSmallShape);
    }

    private double SampleFromOne(ref RandomStream random)
    {
        while (true)
        {
            var x = random.NextNormal();
            var v = 1 + (_c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = random.NextDouble();
            var square = x * x;
            // The first test is cheap and accepts about 98 of 100 without a logarithm.
            if (u < 1 - (0.0331 * square * square) || Math.Log(u) < (square / 2) + (_d * (1 - v + Math.Log(v))))
            {
                return _d * v;
            }
        }
    }
}
