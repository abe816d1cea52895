using System.Net;
using System.Net.Sockets;
using ActorCafe.Node.Tests.Http;

namespace ActorCafe.Node.Tests;

/// <summary>Start and shutdown.</summary>
public sealed class NodeLifecycleTests
{
    [Fact]
    public async Task A_node_says_in_one_line_that_it_is_up()
    {
        await using var node = await RunningNode.StartAsync();
        await node.UpAsync();

        node.Output.ShouldBe($"front up: akka.tcp://actorcafe@127.0.0.1:4053, http://127.0.0.1:{node.Address.Port}, management on http://127.0.0.1:{node.ManagementAddress.Port}{Environment.NewLine}");
    }

    [Fact]
    public async Task A_front_that_stands_by_says_so_and_says_when_it_is_up()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { StandsByFor = "akka.tcp://actorcafe@127.0.0.1:4052" });
        await node.UpAsync();
        var standingBy = node.Output;

        node.Actors.OnOpened.SetResult();

        await Eventually.TrueAsync(() => node.Output.Contains("front up: "));
        standingBy.ShouldBe(
            $"front standing by: akka.tcp://actorcafe@127.0.0.1:4053, http://127.0.0.1:{node.Address.Port}, management on http://127.0.0.1:{node.ManagementAddress.Port}; the café's front is at akka.tcp://actorcafe@127.0.0.1:4052{Environment.NewLine}");
    }

    [Fact]
    public async Task A_node_answers_while_it_joins_but_is_not_ready()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors
        {
            Obstacle = "it is not up yet",
            OnStart = cancellation => Task.Delay(Timeout.Infinite, cancellation),
        });

        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await node.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        node.Output.ShouldBeEmpty();
        node.Close();
        await node.Run;
        node.Actors.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task Joining_that_fails_because_the_node_closes_is_no_failure()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors
        {
            OnStart = async cancellation =>
            {
                var closed = new TaskCompletionSource();
                await using var close = cancellation.Register(closed.SetResult);
                await closed.Task;
                throw new InvalidOperationException("the node has not managed to join");
            },
        });

        node.Close();

        await node.Run;
        node.Actors.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_closing_node_is_not_ready_and_takes_no_orders_while_it_leaves()
    {
        var left = new TaskCompletionSource();
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { OnStop = left.Task.WaitAsync });
        await node.UpAsync();

        node.Close();

        (await node.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var order = await node.PlaceAsync("""{"id": "a", "drink": "coffee"}""");
        (await order.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable)).ShouldContain("closing");
        order.Headers.RetryAfter.ShouldNotBeNull();
        (await node.Client.GetAsync("/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        left.SetResult();
        await node.Run;
    }

    [Fact]
    public async Task A_node_that_cannot_leave_in_time_ends_all_the_same()
    {
        await using var node = await RunningNode.StartAsync(
            actors: new FakeActors { OnStop = _ => new TaskCompletionSource().Task }, times: new NodeTimeouts { Leave = TimeSpan.FromMilliseconds(50) });
        await node.UpAsync();

        node.Close();

        await node.Run;
    }

    [Fact]
    public void Leaving_and_closing_fit_into_five_seconds() =>
        (new NodeTimeouts().Leave + new NodeTimeouts().CloseHttp).ShouldBeLessThan(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_node_that_was_taken_for_lost_fails()
    {
        await using var node = await RunningNode.StartAsync();
        await node.UpAsync();

        node.Actors.End();

        (await Should.ThrowAsync<NodeFailedException>(node.Run)).Message.ShouldContain("took it for lost");
        node.Actors.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_whose_actors_have_ended_is_not_live()
    {
        var left = new TaskCompletionSource();
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { OnStop = left.Task.WaitAsync });
        await node.UpAsync();
        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        node.Actors.End();

        var live = await node.Probe.GetAsync("/live");
        live.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await live.Content.ReadAsStringAsync()).ShouldBe("Unhealthy: the actors have ended");
        left.SetResult();
        await Should.ThrowAsync<NodeFailedException>(node.Run);
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_nothing_joins()
    {
        await using var first = await RunningNode.StartAsync();
        var port = first.Address.Port;

        var failure = await Should.ThrowAsync<NodeFailedException>(RunningNode.StartAsync(RunningNode.Settings(port: port)));

        failure.Message.ShouldBe($"the HTTP port 127.0.0.1:{port} is in use; choose another with --http-port");
    }

    [Fact]
    public async Task A_management_port_in_use_is_named_and_nothing_joins()
    {
        await using var first = await RunningNode.StartAsync();
        var port = first.ManagementAddress.Port;

        var failure = await Should.ThrowAsync<NodeFailedException>(
            RunningNode.StartAsync(RunningNode.Settings() with { Http = new("127.0.0.1", 0, null) { ManagementPort = port } }));

        failure.Message.ShouldBe($"the management port 127.0.0.1:{port} is in use; choose another with --management-port");
    }

    [Fact]
    public async Task An_actors_port_in_use_is_named_and_HTTP_is_not_bound()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await Should.ThrowAsync<NodeFailedException>(RunningNode.StartAsync(RunningNode.Settings() with { Port = port }));

        failure.Message.ShouldBe($"the actors' port 127.0.0.1:{port} is in use; choose another with --port");
    }

    [Fact]
    public async Task Actors_that_cannot_start_end_the_node()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { OnStart = _ => throw new NodeFailedException("the book cannot be opened") });

        (await Should.ThrowAsync<NodeFailedException>(node.Run)).Message.ShouldBe("the book cannot be opened");
    }
}
