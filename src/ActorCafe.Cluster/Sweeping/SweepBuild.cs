using System.Reflection;
using System.Runtime.InteropServices;
using ActorCafe.Shop;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// What a shop's numbers depend on besides the shop: a node that differs in it would give another result, and is not asked.
/// </summary>
internal static class SweepBuild
{
    /// <summary>Of this process.</summary>
    public static string Here { get; } =
        $"actorcafe {Version()} on .NET {Environment.Version.ToString(2)}, {RuntimeInformation.RuntimeIdentifier}";

    // Without the commit that a build from a repository adds: a build from a copy has none.
    private static string Version() =>
        (typeof(Simulation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0];
}
