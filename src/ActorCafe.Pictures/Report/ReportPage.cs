using ActorCafe.Pictures.Styling;

namespace ActorCafe.Pictures.Report;

/// <summary>The content of a report: plain text, escaped when it is written.</summary>
public sealed record ReportPage
{
    public required string Title { get; init; }

    /// <summary>The request: customers and changed settings.</summary>
    public required IReadOnlyList<ReportText> Asked { get; init; }

    /// <summary>The measurements.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>Sentences about the measurements.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public required IReadOnlyList<ShopFlowchart> Structures { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>A player of the runs; null: none.</summary>
    public ReportPlayer? Player { get; init; }

    /// <summary>Identifies the run.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>All figures, in the order of the page.</summary>
    public IEnumerable<ReportFigure> Figures => Sections.SelectMany(section => section.Figures);
}

/// <summary>Lines below a heading.</summary>
public sealed record ReportText(string Heading, IReadOnlyList<string> Lines);

/// <summary>A table with names on the left and measures on the right.</summary>
/// <param name="Caption">Its caption.</param>
/// <param name="Head">The columns, except that of names; empty: no head.</param>
/// <param name="Rows">A name and a cell for each column.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<(string Name, IReadOnlyList<string> Cells)> Rows);

/// <summary>Charts about one question.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportFigure> Figures);

/// <summary>A chart on the page.</summary>
/// <param name="Chart">The chart for wide screens.</param>
/// <param name="Narrow">The chart for narrow screens; null: the same.</param>
public sealed record ReportFigure(Chart Chart, Chart? Narrow = null);

/// <summary>A part of the page that moves.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Lines">What is said about it.</param>
/// <param name="Parts">Its markup, style and script, which only the program wrote; null: there are only the lines.</param>
public sealed record ReportPlayer(string Heading, IReadOnlyList<string> Lines, PlayerParts? Parts);

/// <param name="Markup">Well-formed XML.</param>
/// <param name="Style">A style sheet.</param>
/// <param name="Script">A JavaScript module that loads nothing.</param>
public sealed record PlayerParts(string Markup, string Style, string Script);
