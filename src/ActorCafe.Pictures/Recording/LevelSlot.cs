namespace ActorCafe.Pictures.Recording;

/// <summary>A level during a short time.</summary>
/// <param name="Start">Since opening.</param>
/// <param name="Length">How long; the last slot may be shorter than the others.</param>
/// <param name="Mean">The time average.</param>
/// <param name="Least">The least value that lasted.</param>
/// <param name="Largest">The largest value that lasted.</param>
public readonly record struct LevelSlot(TimeSpan Start, TimeSpan Length, double Mean, int Least, int Largest);
