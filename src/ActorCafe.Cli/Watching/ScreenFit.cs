using Spectre.Console.Rendering;

namespace ActorCafe.Cli.Watching;

/// <summary>A part of the picture that is left out where the screen is too low for it.</summary>
/// <param name="Rank">What matters less has a higher rank. Parts with rank 0 are never left out.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record ScreenPart(int Rank, IReadOnlyList<IRenderable> Lines);

/// <summary>Chooses the parts that a screen has room for.</summary>
internal static class ScreenFit
{
    /// <summary>The parts that fit, in the order given.</summary>
    /// <param name="parts">All parts, from top to bottom.</param>
    /// <param name="height">The lines of the screen.</param>
    public static IReadOnlyList<ScreenPart> Choose(IReadOnlyList<ScreenPart> parts, int height)
    {
        var chosen = new HashSet<ScreenPart>(ReferenceEqualityComparer.Instance);
        foreach (var part in parts.OrderBy(part => part.Rank))
        {
            if (part.Rank == 0 || part.Lines.Count <= height)
            {
                chosen.Add(part);
                height -= part.Lines.Count;
            }
        }

        return [.. parts.Where(chosen.Contains)];
    }
}
