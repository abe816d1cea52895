using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Remoting;

namespace ActorCafe.Cluster.Wire;

/// <summary>Configures hardened remoting and the serializers of the café's own messages.</summary>
public static class WireHocon
{
    /// <summary>The HOCON. Use it as the topmost layer of a node's configuration, so that no shop file can weaken it.</summary>
    public static string Text { get; } =
        HardenedRemoting.Hocon
        + HardenedRemoting.Serializer<HostMessageSerializer, HostMessage>("kitchen", HostMessageSerializer.Id)
        + HardenedRemoting.Serializer<SweepSerializer, SweepMessage>("sweep", SweepSerializer.Id);
}
