using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>A line of a picture, never wider than there is room for.</summary>
/// <param name="room">The room, in cells.</param>
internal sealed class Line(int room)
{
    private int _used;

    /// <summary>What is left of the room, in cells.</summary>
    public int Room => room - _used;

    public Paragraph Drawn { get; } = new() { Overflow = Overflow.Crop };

    /// <summary>Adds as much of a text as there is room for.</summary>
    public void Add(string text, Style? style = null)
    {
        while (text.GetCellWidth() > Room)
        {
            text = text[..^1];
        }

        _used += text.GetCellWidth();
        Drawn.Append(text, style);
    }

    /// <summary>Adds blanks up to a column.</summary>
    public void PadTo(int column)
    {
        var missing = column - _used;
        if (missing > 0)
        {
            Add(new string(' ', missing));
        }
    }
}
