using System.Net;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Tests.Http;

public sealed class GetOrderTests : IAsyncLifetime
{
    private RunningNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await RunningNode.StartAsync();
        await _node.PlaceAsync("""{"id": "a:1", "drink": "coffee", "customer": "Ada"}""");
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_served_order_tells_machine_and_time()
    {
        _node.Front.End("a:1", BookedOutcome.Served, "machine-3");

        (await _node.Client.GetStringAsync("/orders/a:1")).ShouldBe(
            """{"id":"a:1","state":"served","drink":"coffee","customer":"Ada","machine":"machine-3","acceptedAt":"2026-03-01T06:00:00Z","servedAt":"2026-03-01T06:00:01.5Z"}""");
    }

    [Theory]
    [InlineData(BookedOutcome.Rejected, "rejected")]
    [InlineData(BookedOutcome.Reneged, "reneged")]
    public async Task An_order_that_ended_without_a_coffee_was_never_served(BookedOutcome outcome, string state)
    {
        _node.Front.End("a:1", outcome, null);
        var order = await (await _node.Client.GetAsync("/orders/a:1")).JsonAsync();

        order.Text("state").ShouldBe(state);
        order.Text("servedAt").ShouldBeNull();
    }

    [Theory]
    [InlineData("/orders/unknown")]
    [InlineData("/orders/a%20b")]
    [InlineData("/orders/a%2Fb")]
    public async Task An_unknown_order_is_not_found(string path) =>
        (await (await _node.Client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldBe("there is no order with this id");

    [Fact]
    public async Task A_book_that_cannot_be_read_says_try_again()
    {
        _node.Front.Failure = new OrderBookException("the connection is lost");

        (await (await _node.Client.GetAsync("/orders/a:1")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable)).ShouldBe("the order can't be looked up: the connection is lost");
    }

    [Fact]
    public async Task The_status_has_members_orders_and_machines() =>
        (await _node.Client.GetStringAsync("/status")).ShouldBe(
            """
            {"members":[{"address":"akka.tcp://actorcafe@127.0.0.1:4053","roles":["front"],"status":"Up"}],
            "orders":{"accepted":7,"served":4,"pending":2,"duplicatesSuppressed":3},
            "machines":[{"id":"machine-1","node":"akka.tcp://actorcafe@127.0.0.1:4054","served":4},{"id":"machine-2","node":null,"served":0}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task Another_method_is_told_which_is_right()
    {
        var answer = await _node.Client.DeleteAsync("/orders/a:1");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed)).ShouldBe("DELETE is not allowed at this path; use GET");
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_not_found() =>
        await (await _node.Client.GetAsync("/coffee")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
}
