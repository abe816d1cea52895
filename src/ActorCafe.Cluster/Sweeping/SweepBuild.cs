using System.Reflection;
using System.Runtime.InteropServices;
using ActorCafe.Shop;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>Identifies the program and runtime, on which results depend too. A node with another build could return other numbers, so it gets no task.</summary>
internal static class SweepBuild
{
    /// <summary>The build of this process.</summary>
    public static string Current { get; } =
        $"actorcafe {Version()} on .NET {Environment.Version.ToString(2)}, {RuntimeInformation.RuntimeIdentifier}";

    // Omits the commit, because a build outside a repository has none.
    private static string Version() =>
        (typeof(Simulation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0];
}
