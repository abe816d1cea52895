using ActorCafe.OrderBook.Tests.Fixtures;

namespace ActorCafe.OrderBook.Tests.Conditions;

/// <summary>Needs the right to mount a file system.</summary>
public sealed class NeedsMountAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(SmallDisk.WhyNot);

    public override string? Missing => Reason.Value;
}
