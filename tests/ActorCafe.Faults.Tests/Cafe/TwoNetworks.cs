using System.Globalization;
using ActorCafe.OrderBook.Tests.Fixtures;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>Two network namespaces, each connected by a virtual cable to a bridge in the tests' namespace. One cable can be cut.</summary>
internal sealed class TwoNetworks : IAsyncDisposable
{
    // Interface names have at most 15 characters.
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"cafe{Environment.ProcessId}");
    private readonly string _subnet = string.Create(CultureInfo.InvariantCulture, $"10.211.{Environment.ProcessId % 250}");

    private TwoNetworks()
    {
    }

    private string Bridge => _name + "b";

    /// <summary>The reason why namespaces cannot be created here; null: they can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "network namespaces need root";
        }

        try
        {
            MakeAsync().GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"network namespaces cannot be made (apt-get install iproute2?): {e.Message}";
        }
    }

    public static async Task<TwoNetworks> MakeAsync()
    {
        var made = new TwoNetworks();
        try
        {
            await IpAsync($"link add {made.Bridge} type bridge");
            await IpAsync($"addr add {made._subnet}.1/24 dev {made.Bridge}");
            await IpAsync($"link set {made.Bridge} up");
            await made.AddAsync(1);
            await made.AddAsync(2);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves a node to the side whose cable stays.</summary>
    public NodePlace Here(NodePlace place) => In(place, 1);

    /// <summary>Moves a node to the side whose cable can be cut.</summary>
    public NodePlace There(NodePlace place) => In(place, 2);

    public bool IsThere(NodePlace place) => place.Namespace == Space(2);

    public Task CutAsync() => IpAsync($"link set {Cable(2)} down");

    public Task MendAsync() => IpAsync($"link set {Cable(2)} up");

    public async ValueTask DisposeAsync()
    {
        // Cables first: a deleted namespace releases its end of a cable only later, and the next one may need the name.
        foreach (var undo in new[] { $"link del {Cable(1)}", $"link del {Cable(2)}", $"netns del {Space(1)}", $"netns del {Space(2)}", $"link del {Bridge}" })
        {
            try
            {
                await IpAsync(undo);
            }
            catch (InvalidOperationException)
            {
                // It did not exist.
            }
        }
    }

    private static Task<string> IpAsync(string command) => Shell.RunAsync("/", "ip", command.Split(' '));

    private async Task AddAsync(int side)
    {
        await IpAsync($"netns add {Space(side)}");
        await IpAsync($"link add {Cable(side)} type veth peer name eth0 netns {Space(side)}");
        await IpAsync($"link set {Cable(side)} master {Bridge}");
        await IpAsync($"link set {Cable(side)} up");
        await IpAsync($"-n {Space(side)} addr add {Address(side)}/24 dev eth0");
        await IpAsync($"-n {Space(side)} link set eth0 up");
        await IpAsync($"-n {Space(side)} link set lo up");
    }

    private NodePlace In(NodePlace place, int side) => place with { Host = Address(side), Namespace = Space(side) };

    private string Space(int side) => string.Create(CultureInfo.InvariantCulture, $"{_name}-{side}");

    private string Cable(int side) => string.Create(CultureInfo.InvariantCulture, $"{_name}c{side}");

    private string Address(int side) => string.Create(CultureInfo.InvariantCulture, $"{_subnet}.{side + 1}");
}
