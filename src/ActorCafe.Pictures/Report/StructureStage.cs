namespace ActorCafe.Pictures.Report;

/// <summary>A box of a <see cref="Structure"/>: what is in it stays, but for the numbers.</summary>
/// <param name="Name">The stage's.</param>
/// <param name="Steps">What is done there.</param>
/// <param name="Workers">The pool's size, at opening.</param>
/// <param name="Router">The queue discipline.</param>
/// <param name="Utilisation">The share of its workers' time in service; null where nothing was measured.</param>
/// <param name="Notes">What else is particular about it.</param>
/// <param name="IsBottleneck">Whether it holds the shop back.</param>
public sealed record StructureStage(
    string Name, IReadOnlyList<string> Steps, int Workers, string Router, double? Utilisation, IReadOnlyList<string> Notes, bool IsBottleneck);
