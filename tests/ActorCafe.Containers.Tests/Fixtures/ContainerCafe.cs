using ActorCafe.Containers.Tests.Conditions;
using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Containers.Tests.Fixtures;

/// <summary>The image, built once, and a café of it that tests bring to the size they need.</summary>
public sealed class ContainerCafe : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    internal ComposeProject Compose { get; } = new();

    /// <summary>As docker-compose.yml publishes it.</summary>
    internal Front Front { get; } = new(new("http://localhost:8080"));

    public async Task InitializeAsync()
    {
        if (NeedsDockerAttribute.IsThere)
        {
            await Compose.RemoveAsync();
            await Compose.RunAsync("build", "--quiet");
        }
    }

    public async Task DisposeAsync()
    {
        Front.Dispose();
        if (NeedsDockerAttribute.IsThere)
        {
            await Compose.RemoveAsync();
        }
    }

    /// <summary>Places orders until each is accepted.</summary>
    internal async Task OrderAsync(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            await Eventually.NothingIsMissingAsync(Patience, async () =>
                await Front.OrderAsync(id, CancellationToken.None) is { } status && (int)status is 200 or 202 ? null : $"the order {id} is not accepted");
        }
    }

    /// <summary>Completes when every order in the book is served.</summary>
    internal async Task<Status> AllServedAsync()
    {
        Status? last = null;
        await Eventually.NothingIsMissingAsync(Patience, async () =>
        {
            last = await Front.StatusAsync();
            return last is { Orders.Pending: 0 } ? null : $"not all are served: {last?.Orders}";
        });
        return last!;
    }

    /// <summary>Completes when the machines are spread evenly over so many nodes.</summary>
    internal Task MachinesOnAsync(int nodes) => Eventually.NothingIsMissingAsync(Patience, async () =>
    {
        var status = await Front.StatusAsync();
        var hosts = status?.Members.Where(member => member.Status == "Up" && member.Roles.Contains("machine")).Select(member => member.Address).ToArray() ?? [];
        return hosts.Length == nodes ? status!.NotEvenlyOn(hosts) : $"{hosts.Length} nodes of machines are up";
    });
}
