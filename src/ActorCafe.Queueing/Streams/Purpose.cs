using System.Text;

namespace ActorCafe.Queueing.Streams;

/// <summary>Turns names of random streams into numbers that are the same in every process and version, unlike string hash codes.</summary>
internal static class Purpose
{
    /// <summary>Hashes the name's UTF-8 bytes by FNV-1a, 64 bits (Fowler, Noll and Vo). Compute it once, not for each draw.</summary>
    /// <param name="name">Any text, such as <c>service grind</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ulong Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ octet) * 0x100000001B3;
        }

        return hash;
    }
}
