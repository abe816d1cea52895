using System.Globalization;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>The fixed name, addresses and data folder of a node, used by one process after another.</summary>
/// <param name="Name">The name in tests: <c>machine-2</c>.</param>
/// <param name="Role">Its role.</param>
/// <param name="Host">The address it is reached at.</param>
/// <param name="Port">The port of its actors.</param>
/// <param name="HttpPort">The port of its HTTP.</param>
/// <param name="Data">Its data folder.</param>
/// <param name="Namespace">The network namespace it runs in; null: that of the tests.</param>
internal sealed record NodePlace(string Name, string Role, string Host, int Port, int HttpPort, string Data, string? Namespace = null)
{
    /// <summary>Further options of its command line.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How much other processes come before it, from 0 to 19.</summary>
    public int Niceness { get; init; }

    public string SeedNode => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>The address in <c>/status</c>.</summary>
    public string Address => $"akka.tcp://actorcafe@{SeedNode}";

    public Uri Http => new(string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{HttpPort}"));
}
