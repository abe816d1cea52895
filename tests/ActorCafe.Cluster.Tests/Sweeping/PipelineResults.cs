using System.Collections.Concurrent;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Tests.Sweeping;

/// <summary>Results of the essay's pipeline, computed only once.</summary>
internal static class PipelineResults
{
    private static readonly ConcurrentDictionary<int, Task<ShopResult>> Results = [];

    public static ShopSettings Shop { get; } = TestShops.Pipeline("cafe.customers.orders=20");

    public static Task<ShopResult> ResultAsync(int replication) => Results.GetOrAdd(replication, one => Simulation.RunAsync(Shop, new RunOptions { FirstReplication = one }));
}
