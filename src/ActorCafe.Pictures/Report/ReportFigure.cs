using ActorCafe.Pictures.Styling;

namespace ActorCafe.Pictures.Report;

/// <summary>A picture on the page.</summary>
/// <param name="Picture">As it stands there.</param>
/// <param name="Narrow">What a narrow screen shows in its place; null: the same.</param>
public sealed record ReportFigure(Picture Picture, Picture? Narrow = null);
