using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>Colours of the terminal's own theme that can be read on a dark and on a light ground. None is the only carrier of information.</summary>
internal static class WatchColours
{
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Faint { get; } = new(decoration: Decoration.Dim);

    public static Style Waiting { get; } = new(Color.Olive);

    public static Style Busy { get; } = new(Color.Green);

    public static Style HandingOver { get; } = new(Color.Teal);

    public static Style Held { get; } = new(Color.Maroon);
}
