using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Remoting;

namespace ActorCafe.Cluster.Wire;

/// <summary>The café's wire: hardened remoting and the serializers of the café's own messages.</summary>
public static class WireHocon
{
    /// <summary>Use it as the topmost layer of a node's configuration, so that no shop file reopens the port.</summary>
    public static string Text { get; } =
        HardenedRemoting.Hocon
        + HardenedRemoting.Serializer<HostMessageSerializer, HostMessage>("kitchen", HostMessageSerializer.Id)
        + HardenedRemoting.Serializer<SweepSerializer, SweepMessage>("sweep", SweepSerializer.Id);
}
