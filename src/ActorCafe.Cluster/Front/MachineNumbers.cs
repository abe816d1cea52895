using System.Collections.Concurrent;

namespace ActorCafe.Cluster.Front;

/// <summary>The numbers of a stage's machines, by the names Akka's pool gives its routees: a restarted one keeps its own.</summary>
internal sealed class MachineNumbers
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last;

    public int Of(string routee) => _numbers.GetOrAdd(routee, _ => Interlocked.Increment(ref _last));
}
