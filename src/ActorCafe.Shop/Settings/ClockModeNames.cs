namespace ActorCafe.Shop.Settings;

/// <summary>The clock modes as HOCON and results spell them.</summary>
public static class ClockModeNames
{
    /// <summary>The name of a mode.</summary>
    public static string Name(this ClockMode mode) => mode switch
    {
        ClockMode.Virtual => "virtual",
        ClockMode.Paced => "paced",
        _ => "real",
    };
}
