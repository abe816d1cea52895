using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>A stage's pool as it is deployed.</summary>
/// <param name="Role">The cluster role whose nodes run it; null if it says none.</param>
/// <param name="IsForCluster">Whether it says how it is deployed on a cluster.</param>
internal sealed record Pool(string Router, int Workers, string? Role, bool IsForCluster);

/// <summary>Reads <c>akka.actor.deployment</c>: one entry for each stage.</summary>
internal sealed class DeploymentReader
{
    public const string Prefix = "/cafe/";
    public const int MostWorkers = 100_000;
    private const string Path = "akka.actor.deployment";
    private const string Shortest = "shortest-queue-pool";
    private const string Example = "{ router = shared-queue-pool, nr-of-instances = 1 }";

    private static readonly string[] Routers = ["shared-queue-pool", Shortest, "round-robin-pool", "random-pool"];

    private readonly Section _deployment;

    /// <param name="tree">The whole configuration.</param>
    /// <param name="stages">The names of all stages.</param>
    public DeploymentReader(Section tree, IReadOnlyCollection<string> stages)
    {
        _deployment = tree.Find("akka")?.Section().Find("actor")?.Section().Find("deployment")?.Section()
            ?? new(new HoconObject(new Dictionary<string, HoconNode>(), tree.Self.Node.Origin), Path);
        foreach (var entry in _deployment.Entries)
        {
            CheckStage(entry, stages);
        }
    }

    /// <summary>The pool of <paramref name="stage"/>, whose name is <paramref name="name"/>.</summary>
    public Pool Read(string name, Entry stage)
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

    /// <summary>The values pass to Akka, which would take a wrong one without a word.</summary>
    private static string? RoleOf(Section cluster)
    {
        cluster.CheckKeys(KnownKeys.DeploymentCluster);
        var isEnabled = cluster.Find("enabled")?.Flag() ?? false;
        var role = cluster.Find("use-role")?.Text("write use-role = grinder") ?? "grinder";
        cluster.Find("max-nr-of-instances-per-node")?.Whole(1, MostWorkers);
        cluster.Find("allow-local-routees")?.Flag();
        return isEnabled ? role : null;
    }

    private static void CheckStage(Entry entry, IReadOnlyCollection<string> stages)
    {
        if (!entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw entry.Error($"{Words.Shown(entry.Key)} is not the path of a stage", $"write {Prefix}STAGE {Example}");
        }

        var stage = entry.Key[Prefix.Length..];
        if (!stages.Contains(stage))
        {
            throw entry.Error($"there is no stage {Words.Shown(stage)} in cafe.stages", $"{Words.Instead(stage, stages)} (or remove the entry with = null)");
        }
    }

    private static string Router(Entry entry)
    {
        var router = entry.Text($"write {Words.Or(Routers)}");
        if (Routers.Contains(router))
        {
            return router;
        }
        // With workers that serve by a timer their mailboxes are empty, and Akka's pool would give every order to the first.
        if (router == "smallest-mailbox-pool")
        {
            throw entry.Error("smallest-mailbox-pool counts waiting messages only and would give every order to the first worker", $"write {Shortest}");
        }

        throw entry.Error($"{Words.Shown(router)} is no known router", Words.Choices(router, Routers));
    }
}
