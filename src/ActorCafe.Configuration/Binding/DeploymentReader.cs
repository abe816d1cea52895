using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>The pool of a stage.</summary>
/// <param name="Role">The cluster role whose nodes run it; null if it says none.</param>
/// <param name="IsForCluster">Whether it says how it is deployed on a cluster.</param>
internal sealed record DeployedPool(string Router, int Workers, string? Role, bool IsForCluster);

/// <summary>Reads <c>akka.actor.deployment</c>: one entry for each stage.</summary>
internal sealed class DeploymentReader
{
    public const string Prefix = "/cafe/";
    public const int MostWorkers = 100_000;
    private const string Path = "akka.actor.deployment";
    private const string Shortest = "shortest-queue-pool";
    private const string Example = "{ router = shared-queue-pool, nr-of-instances = 1 }";

    private readonly ConfigSection _deployment;
    private readonly string[] _routers;

    /// <param name="tree">The whole configuration.</param>
    /// <param name="stages">The names of all stages.</param>
    public DeploymentReader(ConfigSection tree, IReadOnlyCollection<string> stages)
    {
        _deployment = tree.Find("akka")?.Section().Find("actor")?.Section().Find("deployment")?.Section()
            ?? new(new HoconObject(new Dictionary<string, HoconNode>(), tree.Self.Node.Origin), Path);
        _routers = [.. StageSettings.Routers, .. MappedIn(tree)];
        foreach (var entry in _deployment.Entries)
        {
            CheckStage(entry, stages);
        }
    }

    /// <summary>The pool of <paramref name="stage"/>, whose name is <paramref name="name"/>.</summary>
    public DeployedPool Read(string name, ConfigEntry stage)
    {
        var entry = _deployment.Need(Prefix + name, $"write {Prefix}{name} {Example}", because: stage).Section();
        entry.CheckKeys(KnownKeys.Deployment);
        var cluster = entry.Find("cluster")?.Section();
        return new(
            Router(entry.Need("router", "write router = shared-queue-pool")),
            (int)entry.Need("nr-of-instances", "write nr-of-instances = 1").Whole(1, MostWorkers),
            cluster is null ? null : RoleOf(cluster),
            cluster is not null);
    }

    /// <summary>The role of a cluster-aware pool. Akka would silently ignore wrong values.</summary>
    private static string? RoleOf(ConfigSection cluster)
    {
        cluster.CheckKeys(KnownKeys.DeploymentCluster);
        var isEnabled = cluster.Find("enabled")?.Flag() ?? false;
        var role = cluster.Find("use-role")?.Text("write use-role = grinder") ?? "grinder";
        cluster.Find("max-nr-of-instances-per-node")?.Whole(1, MostWorkers);
        cluster.Find("allow-local-routees")?.Flag();
        return isEnabled ? role : null;
    }

    private static void CheckStage(ConfigEntry entry, IReadOnlyCollection<string> stages)
    {
        if (!entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw entry.Error($"{ErrorText.Shown(entry.Key)} is not the path of a stage", $"write {Prefix}STAGE {Example}");
        }

        var stage = entry.Key[Prefix.Length..];
        if (!stages.Contains(stage))
        {
            throw entry.Error($"there is no stage {ErrorText.Shown(stage)} in cafe.stages", $"{ErrorText.Instead(stage, stages)} (or remove the entry with = null)");
        }
    }

    /// <summary>Routers of the user's own, which <c>akka.actor.router.type-mapping</c> names.</summary>
    private static IEnumerable<string> MappedIn(ConfigSection tree) =>
        tree.Find("akka")?.Section().Find("actor")?.Section().Find("router")?.Section().Find("type-mapping")?.Section().Entries.Select(entry => entry.Key) ?? [];

    private string Router(ConfigEntry entry)
    {
        var router = entry.Text($"write {ErrorText.Or(_routers)}");
        if (_routers.Contains(router))
        {
            return router;
        }
        // Workers serve by timers, so their mailboxes are empty and Akka's pool would give every order to the first one.
        if (router == "smallest-mailbox-pool")
        {
            throw entry.Error("smallest-mailbox-pool counts waiting messages only and would give every order to the first worker", $"write {Shortest}");
        }

        throw entry.Error($"{ErrorText.Shown(router)} is not a known router", ErrorText.Choices(router, _routers));
    }
}
