namespace ActorCafe.Pictures.Report;

/// <summary>Pictures of one question.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportFigure> Figures);
