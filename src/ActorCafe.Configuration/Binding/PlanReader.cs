namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.plan</c>: what a staff plan must comply with.</summary>
internal static class PlanReader
{
    /// <summary>The shortest shift; zero: any.</summary>
    public static TimeSpan ShortestShift(ConfigSection tree)
    {
        var plan = tree.Find("cafe")?.Section().Find("plan")?.Section();
        plan?.CheckKeys(KnownKeys.Plan);
        var shift = plan?.Find("shift")?.Section();
        shift?.CheckKeys(KnownKeys.Shift);
        return shift?.Find("at-least") is { } least && !least.Is("none") ? least.Duration(", or none") : TimeSpan.Zero;
    }
}
