using ActorCafe.Shop.Results;

namespace ActorCafe.Pictures.Studies;

/// <summary>The mean wait at a stage under one router.</summary>
/// <param name="Router">As HOCON spells it.</param>
/// <param name="Seconds">What was measured.</param>
/// <param name="Ci">Where the long-run mean lies, in seconds; null where that is not known.</param>
/// <param name="Theory">What a formula says, in seconds; null where there is none.</param>
/// <param name="IsExact">Whether that formula is exact.</param>
public sealed record RouterWait(string Router, double Seconds, Interval? Ci, double? Theory, bool IsExact);
