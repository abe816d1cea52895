using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary><c>cluster --floor</c>: a cluster of processes, and what its page asks for.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed class ClusterFloorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();

    [Fact]
    public async Task Whoever_kills_nodes_on_the_floor_sees_their_machines_move_and_nobody_gets_a_second_coffee()
    {
        using var cafe = LiveCluster.Start(_folder);
        _client.BaseAddress = await LiveCluster.FloorOfAsync(cafe);
        _client.DefaultRequestHeaders.Add("X-Floor-Key", _client.BaseAddress.Fragment["#key=".Length..]);
        await Eventually.TrueAsync(async () => (await NodesAsync()).All(node => State(node) == "running"));
        using var live = await LiveCluster.OpenAsync(_client);
        await live.UntilAsync(() => live.Machines.Count == 4 && live.Machines.Values.All(node => node is not null));
        (await PostAsync("rate", new { perSecond = 5 })).GetProperty("rate").GetDouble().ShouldBe(5);
        await live.UntilAsync(() => live.Served >= 5);

        var lost = Address(await NodeAsync("machine node 1"));
        (await PostAsync("nodes/machine%20node%201/kill", new { })).GetProperty("startsAgain").GetBoolean().ShouldBeFalse();
        await live.UntilAsync(() => live.Status(lost) == "unreachable");
        await live.UntilAsync(() => live.Machines.Values.All(node => node is not null && node != lost));

        State(await NodeAsync("machine node 1")).ShouldBe("killed");
        var another = (await PostAsync("nodes", new { role = "machine" })).GetProperty("name").GetString()!;
        another.ShouldBe("machine node 3");
        await Eventually.TrueAsync(async () => State(await NodeAsync(another)) == "running");
        var joined = Address(await NodeAsync(another));
        await live.UntilAsync(() => live.Status(joined) == "up" && live.Machines.ContainsValue(joined));

        (await PostAsync("nodes/front/kill", new { })).GetProperty("startsAgain").GetBoolean().ShouldBeTrue();
        (await live.EndsAsync()).ShouldBeTrue();
        using var again = await LiveCluster.OpenAsync(_client);
        again.Run.ShouldNotBe(live.Run);
        await again.UntilAsync(() => again.Served > live.Served);
        await PostAsync("rate", new { perSecond = 0 });
        await again.UntilAsync(() => again.Pending == 0);
        again.SecondCoffees.ShouldBe(0);

        cafe.Signal(CafeProcess.Interrupt);
        var (exitCode, output, _) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldContain("machine node 1 was killed\n");
        output.ShouldContain("front was killed and is started again\n");
    }

    [Fact]
    public async Task The_floor_of_a_cluster_is_there_before_its_nodes_and_refuses_strangers()
    {
        using var cafe = CafeProcess.Start(_folder, "cluster", "--floor", "--http-port", "0", "--data", "book");
        var floor = (await LiveCluster.FloorOfAsync(cafe)).GetLeftPart(UriPartial.Path);

        (await _client.GetStringAsync(floor)).ShouldContain("ActorCafe: the floor");
        using var refused = await _client.PostAsync($"{floor}/nodes/front/kill", null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldStartWith("This needs the key of this start");
        cafe.Signal(CafeProcess.Interrupt);
        (await cafe.EndAsync()).ExitCode.ShouldBe(130);
    }

    [Fact]
    public async Task A_port_of_the_floor_that_is_taken_is_said_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        (await CafeProcess.RunAsync(_folder, "cluster", "--floor", "--floor-port", port, "--http-port", "0"))
            .ShouldBe((2, "", $"--floor-port: {port}: another program uses this port; choose another, or 0 for any free one\n"));
    }

    [Theory]
    [InlineData("cluster --floor-port 0", "--floor-port: 0: there is no page without --floor; add --floor\n")]
    [InlineData("cluster --floor --floor-port x", "--floor-port: x: not a port; write a whole number from 0 (any free one) to 65535\n")]
    public async Task Bad_input_is_one_line(string arguments, string line) => (await CafeProcess.RunAsync(_folder, arguments.Split(' '))).ShouldBe((2, "", line));

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    private static string State(JsonElement node) => node.GetProperty("state").GetString()!;

    private static string Address(JsonElement node) => node.GetProperty("address").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> NodesAsync() =>
        [.. (await _client.GetFromJsonAsync<JsonElement>("/floor/nodes")).GetProperty("nodes").EnumerateArray()];

    private async Task<JsonElement> NodeAsync(string name) => (await NodesAsync()).Single(node => node.GetProperty("name").GetString() == name);

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _client.PostAsJsonAsync($"/floor/{path}", body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
