namespace ActorCafe.Queueing.Streams;

/// <summary>The random streams of one purpose in one run, which differ in index and repetition. The part that their names share is mixed once.</summary>
/// <param name="seed">The run's seed, any number.</param>
/// <param name="purpose">What is drawn, from <see cref="Purpose.Of"/>.</param>
internal readonly struct RandomStreams(long seed, ulong purpose) : IEquatable<RandomStreams>
{
    private readonly ulong _state = RandomStream.Name(seed, purpose);

    /// <summary>Returns the stream of this name: the same numbers as <see cref="RandomStream.For"/> with these four parts.</summary>
    /// <param name="index">What the draw is for, such as the number of an order or a customer.</param>
    /// <param name="repetition">The occurrence of the draw, such as a visit or a remake.</param>
    public RandomStream For(long index, long repetition = 0) => RandomStream.Under(_state, index, repetition);

    /// <inheritdoc/>
    public bool Equals(RandomStreams other) => _state == other._state;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RandomStreams other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _state.GetHashCode();

    public static bool operator ==(RandomStreams left, RandomStreams right) => left.Equals(right);

    public static bool operator !=(RandomStreams left, RandomStreams right) => !left.Equals(right);
}
