namespace ActorCafe.Pictures.Styling;

/// <summary>The unit that a time axis is marked in.</summary>
/// <param name="Seconds">How many seconds it has.</param>
/// <param name="Name">Its name, of several.</param>
internal sealed record TimeUnit(double Seconds, string Name)
{
    /// <summary>The unit in which a time has a handy number.</summary>
    public static TimeUnit For(double seconds) => seconds switch
    {
        <= 180 => new(1, "seconds"),
        <= 3 * 3600 => new(60, "minutes"),
        <= 3 * 86_400 => new(3600, "hours"),
        _ => new(86_400, "days"),
    };

    public double In(TimeSpan time) => time.TotalSeconds / Seconds;
}
