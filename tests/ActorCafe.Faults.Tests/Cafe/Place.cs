using System.Globalization;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Where a node stands; processes come and go there.</summary>
/// <param name="Name">What the tests call it: <c>machine-2</c>.</param>
/// <param name="Role">Its role.</param>
/// <param name="Host">The address it is reached by.</param>
/// <param name="Port">The port of its actors.</param>
/// <param name="HttpPort">The port of its HTTP.</param>
/// <param name="Data">Its data folder.</param>
/// <param name="Namespace">The network namespace it runs in; null: that of the tests.</param>
internal sealed record Place(string Name, string Role, string Host, int Port, int HttpPort, string Data, string? Namespace = null)
{
    public string SeedNode => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>As <c>/status</c> shows it.</summary>
    public string Address => $"akka.tcp://actorcafe@{SeedNode}";

    public Uri Http => new(string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{HttpPort}"));
}
