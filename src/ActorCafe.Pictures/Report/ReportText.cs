namespace ActorCafe.Pictures.Report;

/// <summary>Lines under a heading.</summary>
public sealed record ReportText(string Heading, IReadOnlyList<string> Lines);
