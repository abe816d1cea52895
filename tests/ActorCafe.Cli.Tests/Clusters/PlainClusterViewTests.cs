using ActorCafe.Cli.Clusters;
using ActorCafe.Cli.Clusters.Views;

namespace ActorCafe.Cli.Tests.Clusters;

public sealed class PlainClusterViewTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    [Fact]
    public void Only_what_has_changed_is_told()
    {
        var view = new PlainClusterView(_output, _errors);
        var node = new NodeSnapshot("machine node 1", "machine", "Up", "machine-1 machine-2");
        var picture = new ClusterSnapshot([node], new(2, 1, 1, 0), 0.5);

        view.Show(picture);
        view.Show(picture);
        view.Show(picture with { Nodes = [node with { Status = "Away", Machines = "" }] });

        _output.ToString().ShouldBe("""
            machine node 1: Up, machine-1 machine-2
            orders: 2 accepted, 1 served, 1 pending, 0 repeats; 0.5 per second
            machine node 1: Away

            """);
    }

    [Fact]
    public void Logs_go_beside_what_happens()
    {
        var view = new PlainClusterView(_output, _errors);
        view.Announce("front is up again");
        view.Log("front: a line");

        _output.ToString().ShouldBe("front is up again\n");
        _errors.ToString().ShouldBe("front: a line\n");
    }

    [Theory]
    [InlineData("seed up: akka.tcp://actorcafe@127.0.0.1:4053, http://127.0.0.1:8080, management on http://127.0.0.1:8558", "akka.tcp://actorcafe@127.0.0.1:4053", "http://127.0.0.1:8080/")]
    [InlineData("front, machine up: akka.ssl.tcp://actorcafe@[::1]:4053, http://[::1]:8080, management on http://[::1]:1", "akka.ssl.tcp://actorcafe@[::1]:4053", "http://[::1]:8080/")]
    [InlineData("something else", null, null)]
    public void A_node_says_where_it_is(string line, string? actors, string? http)
    {
        var address = NodeAddress.Read(line);

        (address?.Actors, address?.Http.ToString()).ShouldBe((actors, http));
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }
}
