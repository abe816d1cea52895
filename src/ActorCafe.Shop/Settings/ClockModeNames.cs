namespace ActorCafe.Shop.Settings;

/// <summary>Names the clock modes as HOCON and results spell them.</summary>
internal static class ClockModeNames
{
    public static string Name(this ClockMode mode) => mode switch
    {
        ClockMode.Virtual => "virtual",
        ClockMode.Paced => "paced",
        _ => "real",
    };
}
