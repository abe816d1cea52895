using System.Net;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary>The port of the probes alone.</summary>
public sealed class ManagementPortTests
{
    [Theory]
    [InlineData(NodeRole.Front)]
    [InlineData(NodeRole.Machine)]
    public async Task Nothing_but_the_probes_is_answered_there(NodeRole role)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(role));

        foreach (var path in new[] { "/", "/orders", "/orders/a", "/status", "/openapi/v1.json", "/live/more", "/coffee" })
        {
            // The port that accepted the connection counts, whatever the client says it called.
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = node.Address.Authority } };
            (await (await node.Probe.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldBe("this port answers /live and /ready only");
        }
    }

    [Fact]
    public async Task No_order_is_taken_there()
    {
        await using var node = await RunningNode.StartAsync();
        using var order = new StringContent("""{"id": "a", "drink": "coffee"}""", System.Text.Encoding.UTF8, "application/json");

        (await node.Probe.PostAsync("/orders", order)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        node.Front.Book.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_listens_at_the_address_of_HTTP()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings() with { Http = new("127.0.0.2", 0, null) });

        node.ManagementAddress.Host.ShouldBe("127.0.0.2");
        node.ManagementAddress.Port.ShouldNotBe(node.Address.Port);
    }

    [Fact]
    public async Task Customers_who_use_up_their_connections_leave_the_probes_answering()
    {
        await using var node = await RunningNode.StartAsync(times: new NodeTimeouts { MostConnections = 20, Receive = TimeSpan.FromMinutes(2) });
        var idle = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RawConnection.OpenAsync(node.Address)));
        await using var oneTooMany = await RawConnection.OpenAsync(node.Address);

        (await oneTooMany.ReadAsync()).ShouldBeEmpty();
        (await node.Probe.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await node.Probe.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Task.WhenAll(idle.Select(connection => connection.DisposeAsync().AsTask()));
    }
}
