namespace ActorCafe.Shop.Settings;

/// <summary>What is left out of the measures at the start of a run, so that the empty shop at opening does not count.</summary>
public abstract record WarmUp
{
    private WarmUp()
    {
    }

    /// <summary>Nothing is left out.</summary>
    public static WarmUp None { get; } = new Orders(0);

    /// <summary>The first orders, 0 or more. The window begins when the next one is placed, and with 0 at opening.</summary>
    public sealed record Orders(long Count) : WarmUp;

    /// <summary>The time after opening, above 0, and the orders placed in it. The window begins when it has passed, before anything else at that instant.</summary>
    public sealed record Length(TimeSpan Time) : WarmUp;

    /// <summary>A number of orders that pilot runs determine.</summary>
    public sealed record Auto : WarmUp;
}
