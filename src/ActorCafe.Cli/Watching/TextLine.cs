using Spectre.Console;

namespace ActorCafe.Cli.Watching;

/// <summary>A line that never exceeds its width.</summary>
/// <param name="room">The width, in cells.</param>
internal sealed class TextLine(int room)
{
    private int _used;

    /// <summary>The cells left.</summary>
    public int Room => room - _used;

    public Paragraph Drawn { get; } = new() { Overflow = Overflow.Crop };

    /// <summary>Adds as much of a text as fits.</summary>
    public TextLine Add(string text, Style? style = null)
    {
        while (text.GetCellWidth() > Room)
        {
            text = text[..^1];
        }

        _used += text.GetCellWidth();
        Drawn.Append(text, style);
        return this;
    }

    /// <summary>Pads with blanks up to a column.</summary>
    public TextLine PadTo(int column) => Add(new string(' ', Math.Max(0, column - _used)));

    /// <summary>Adds a text that ends before a column.</summary>
    public TextLine AddRight(string text, int column, Style? style = null) => PadTo(column - text.GetCellWidth()).Add(text, style);
}
