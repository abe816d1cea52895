namespace ActorCafe.Pictures.Report;

/// <summary>What stands on a report's page; all of it plain text, made safe when it is written.</summary>
public sealed record ReportPage
{
    public required string Title { get; init; }

    /// <summary>What was asked for: shops, customers, settings.</summary>
    public required IReadOnlyList<ReportText> Asked { get; init; }

    /// <summary>The measured figures.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>What the figures say, in sentences.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public required IReadOnlyList<Structure> Structures { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>By what the run is known again.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Every picture, in the order of the page.</summary>
    public IEnumerable<ReportFigure> Figures => Sections.SelectMany(section => section.Figures);
}
