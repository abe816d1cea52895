namespace ActorCafe.Packages.Tests;

/// <summary>The packages of libraries.</summary>
internal static class Packages
{
    public static IReadOnlyList<string> Libraries { get; } =
    [
        "ActorCafe", "ActorCafe.Cluster",
        // What these two depend on.
        "ActorCafe.Configuration", "ActorCafe.OrderBook", "ActorCafe.Queueing", "ActorCafe.Remoting", "ActorCafe.Shop", "ActorCafe.Time",
    ];

    public static string AssemblyOf(string id) => id == "ActorCafe" ? "ActorCafe.Library" : id;
}
