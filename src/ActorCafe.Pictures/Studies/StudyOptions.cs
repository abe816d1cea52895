namespace ActorCafe.Pictures.Studies;

/// <summary>How the extra runs behind a picture are played.</summary>
/// <param name="Parallel">Shops side by side, 1 or more.</param>
/// <param name="Progress">Told the share of the work done, from 0 to 1; null: nobody is.</param>
/// <param name="Closing">Ends the study when cancelled: it then has no result.</param>
public sealed record StudyOptions(int Parallel, IProgress<double>? Progress, CancellationToken Closing);
