using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Tests;

/// <summary>The essay's pipeline with constant times: accept 20 s, grind 60 s, brew 45 s.</summary>
internal static class TestShops
{
    public static ShopSettings Pipeline(params string[] settings) => ShopFiles.LoadEmbedded("pipeline.conf",
    [
        new Override("--set", "cafe.step.accept.service={distribution=deterministic,value=20s}"),
        new Override("--set", "cafe.step.grind.service={distribution=deterministic,value=60s}"),
        new Override("--set", "cafe.step.brew.service={distribution=deterministic,value=45s}"),
        .. settings.Select(text => new Override("--set", text)),
    ]).Settings;
}
