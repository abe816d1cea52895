namespace ActorCafe.Queueing.Streams;

/// <summary>A stream of random numbers named by what it is for, so that a draw depends on no other draw.</summary>
/// <remarks>
/// <para>SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014), with the
/// constants of Vigna's splitmix64.c (Stafford's mix 13). The four parts of a name go through the same mixing, one after the
/// other. Every state is valid, including that of <c>default</c>.</para>
/// <para>A mutable struct, so that a draw allocates nothing: pass it by reference and never keep it in a readonly field.</para>
/// </remarks>
public struct RandomStream
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const double TwoToMinus53 = 1.0 / (1L << 53);

    private ulong _state;

    internal RandomStream(ulong state) => _state = state;

    /// <summary>Returns the stream of this name: always the same numbers for the same four parts.</summary>
    /// <param name="seed">The run's seed, any number.</param>
    /// <param name="purpose">What is drawn, from <see cref="Purpose.Of"/>.</param>
    /// <param name="index">What the draw is for, such as the number of an order or a customer.</param>
    /// <param name="repetition">The occurrence of the draw, such as a visit or a remake.</param>
    internal static RandomStream For(long seed, ulong purpose, long index, long repetition = 0) =>
        Under(Name(seed, purpose), index, repetition);

    /// <summary>Returns the seed of a replication. The first one has the run's own seed, so that a single run repeats the first of many.</summary>
    /// <param name="seed">The run's seed, any number.</param>
    /// <param name="replication">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="replication"/> is below 1.</exception>
    internal static long SeedOfReplication(long seed, int replication)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replication, 1);
        return replication == 1 ? seed : (long)Mix(Mix((ulong)seed + Gamma) + (ulong)replication);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => Mix(_state += Gamma);

    /// <summary>Uniform on the open interval (0, 1): a multiple of 2^-53, with 0 replaced by 2^-54.</summary>
    public double NextDouble()
    {
        var bits = NextUInt64() >> 11;
        return (bits == 0 ? 0.5 : bits) * TwoToMinus53;
    }

    /// <summary>An integer from 0 to <paramref name="count"/> - 1, each equally likely (to 2^-32).</summary>
    /// <param name="count">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)Math.BigMul(NextUInt64(), (ulong)count, out _);
    }

    /// <summary>Standard normal, by Box and Muller (1958). The second value of the pair is discarded, so that the stream's state is a single number.</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(NextDouble()));
        return radius * Math.Cos(Math.Tau * NextDouble());
    }

    /// <summary>Exponential of mean 1, above 0: -ln U.</summary>
    public double NextExponential() => -Math.Log(NextDouble());

    /// <summary>Mixes the first two parts of a name.</summary>
    internal static ulong Name(long seed, ulong purpose) => Mix(Mix((ulong)seed + Gamma) + Gamma + purpose);

    /// <summary>Returns the stream with the other two parts of a name.</summary>
    internal static RandomStream Under(ulong name, long index, long repetition) =>
        new(Mix(Mix(name + Gamma + (ulong)index) + Gamma + (ulong)repetition));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
