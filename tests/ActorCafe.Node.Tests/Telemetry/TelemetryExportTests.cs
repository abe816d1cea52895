using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Node.Telemetry;
using ActorCafe.Node.Tests.Actors;
using ActorCafe.Node.Tests.Http;

namespace ActorCafe.Node.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    // An exporter that the node waited for would keep it for ten minutes, and not for the usual 10 s.
    private const string ExporterTimeout = "OTEL_EXPORTER_OTLP_TIMEOUT";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_node_sends_the_traces_of_its_orders_and_its_measures_to_a_collector()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var front = await RunningMember.StartAsync([NodeRole.Front], collector: collector.Address);
        await using var hands = await RunningMember.StartAsync([NodeRole.Grinder, NodeRole.Machine], front);

        await ServeAsync(front, "morning");
        await front.DisposeAsync();

        string[] told = ["ActorCafe", "order", "grinder", "machine", "cafe.order.id", "morning", "service.name", "actorcafe", "service.instance.id", front.Address.ToString(), "role", "front"];
        told.ShouldAllBe(text => collector.Traces.Contain(text));
        collector.Traces.Contain(Convert.FromHexString(Trace)).ShouldBeTrue();
        string[] measured = ["cafe.orders.accepted", "cafe.orders.served", "cafe.order.response_time", "cafe.stage.queue", "cafe.machines.up", "cafe.book.commits", front.Address.ToString()];
        measured.ShouldAllBe(text => collector.Metrics.Contain(text));
    }

    [Fact]
    public async Task A_collector_that_never_answers_keeps_no_node_from_ending()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var source = new ActivitySource(CafeTelemetry.Name);
        Environment.SetEnvironmentVariable(ExporterTimeout, "600000");
        var telemetry = new NodeTelemetry(RunningMember.Settings([NodeRole.Front], null), new Uri($"http://{mute.LocalEndpoint}"), "akka.tcp://actorcafe@127.0.0.1:4053", new NodeTimeouts().FlushTelemetry);
        Environment.SetEnvironmentVariable(ExporterTimeout, null);
        source.StartActivity("order").ShouldNotBeNull().Stop();

        await telemetry.DisposeAsync().AsTask().WaitAsync(Patience);

        using var called = await mute.AcceptSocketAsync().WaitAsync(Patience);
    }

    private static async Task ServeAsync(RunningMember front, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = JsonContent.Create(new { id, drink = "coffee" }) };
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        (await front.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(async () => (await (await front.Client.GetAsync($"/orders/{id}")).JsonAsync()).Text("state") == "served");
    }
}
