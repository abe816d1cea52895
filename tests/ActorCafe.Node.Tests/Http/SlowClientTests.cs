namespace ActorCafe.Node.Tests.Http;

/// <summary>Clients that send too little, too slowly.</summary>
public sealed class SlowClientTests
{
    private const string Live = "GET /live HTTP/1.1\r\nHost: cafe\r\n\r\n";

    // Little above the second at which the server looks at its clients.
    private static readonly NodeTimeouts Impatient = new() { Receive = TimeSpan.FromSeconds(1.1) };

    [Fact]
    public async Task A_connection_that_sends_nothing_is_closed_and_one_that_has_been_used_is_kept()
    {
        await using var node = await RunningNode.StartAsync(times: Impatient);
        await using var used = await RawConnection.OpenAsync(node.Address);
        await used.SendAsync(Live);
        (await used.ReadAsync()).ShouldStartWith("HTTP/1.1 200");
        await using var silent = await RawConnection.OpenAsync(node.Address);
        await using var silentProbe = await RawConnection.OpenAsync(node.ManagementAddress);

        (await silent.ReadAsync()).ShouldBeEmpty();
        (await silentProbe.ReadAsync()).ShouldBeEmpty();

        await used.SendAsync(Live);
        (await used.ReadAsync()).ShouldStartWith("HTTP/1.1 200");
    }

    [Fact]
    public async Task A_request_that_begins_and_does_not_go_on_is_answered_408()
    {
        await using var node = await RunningNode.StartAsync(times: Impatient);
        await using var slow = await RawConnection.OpenAsync(node.Address);
        await slow.SendAsync("GET /status HTTP/1.1\r\nHost: ");

        (await slow.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task An_order_whose_body_does_not_come_is_answered_408_with_the_reason()
    {
        await using var node = await RunningNode.StartAsync(times: Impatient);
        await using var slow = await RawConnection.OpenAsync(node.Address);
        await slow.SendAsync("POST /orders HTTP/1.1\r\nHost: cafe\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{");

        var answer = await slow.ReadToEndAsync();
        answer.ShouldStartWith("HTTP/1.1 408");
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("the body arrived too slowly");
    }

    [Fact]
    public async Task A_connection_that_sends_nothing_does_not_hold_up_a_node_that_closes()
    {
        var minutes = TimeSpan.FromMinutes(2);
        await using var node = await RunningNode.StartAsync(times: new NodeTimeouts { Receive = minutes, CloseHttp = minutes });
        await node.UpAsync();
        await using var silent = await RawConnection.OpenAsync(node.Address);
        (await node.Client.GetAsync("/live")).EnsureSuccessStatusCode();

        node.Close();

        await node.Run.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
