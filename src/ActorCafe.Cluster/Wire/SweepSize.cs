using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Wire;

/// <summary>How large a shop may be that is sent to a node.</summary>
public static class SweepSize
{
    /// <summary>The most bytes.</summary>
    public const int Most = WireLimits.MaxSweepBytes;

    /// <summary>The bytes of a shop with all that stands beside it in its message.</summary>
    public static int Of(ShopText shop) => SweepWriter.Write(new SweepMessage.Play(long.MaxValue, int.MaxValue, shop)).CalculateSize();
}
