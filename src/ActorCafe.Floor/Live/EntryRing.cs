namespace ActorCafe.Floor.Live;

/// <summary>The latest entries of a live log, by their numbers.</summary>
/// <param name="last">The number of the last entry before the ring began.</param>
internal sealed class EntryRing(long last)
{
    public const int Size = 65_536;

    private readonly LiveEntry[] _entries = new LiveEntry[Size];
    private readonly long _before = last;

    /// <summary>The number of the last entry.</summary>
    public long Last { get; private set; } = last;

    public void Add(in LiveEntry entry) => _entries[++Last % Size] = entry;

    /// <summary>Whether every entry after a number is still here, and the number is not one of the future.</summary>
    public bool HasAllAfter(long number) => number >= Math.Max(_before, Last - Size) && number <= Last;

    /// <param name="number">A number after which all entries are here.</param>
    /// <param name="most">How many to take at most.</param>
    public LiveEntry[] After(long number, int most)
    {
        var taken = new LiveEntry[(int)Math.Min(most, Last - number)];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = _entries[(number + 1 + i) % Size];
        }

        return taken;
    }
}
