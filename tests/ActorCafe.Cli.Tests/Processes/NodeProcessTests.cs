namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A node, seen from the shell.</summary>
public sealed class NodeProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(CafeProcess.Interrupt)]
    [InlineData(CafeProcess.Terminate)]
    public async Task A_node_says_that_it_is_up_and_leaves_when_it_is_told_to(int signal)
    {
        using var node = CafeProcess.Start(_folder, "node", "--role", "seed", "--port", "0", "--http-port", "0");
        var up = await node.FirstLineAsync();
        node.Signal(signal);

        var (exitCode, _, errors) = await node.EndAsync();
        up.ShouldMatch(@"^seed up: akka\.tcp://actorcafe@127\.0\.0\.1:\d+, http://127\.0\.0\.1:\d+, management on http://127\.0\.0\.1:\d+$");
        exitCode.ShouldBe(0);
        errors.ShouldBe("closing: no new orders; handing over and leaving the cluster; press Ctrl-C again to stop at once\n");
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var first = CafeProcess.Start(_folder, "node", "--role", "seed", "--port", "0", "--http-port", "0");
        var words = (await first.FirstLineAsync()).Split(' ').Select(word => word.TrimEnd(',')).ToArray();
        var (akka, up, management) = (new Uri(words[2]), new Uri(words[3]), new Uri(words[^1]));

        (await CafeProcess.RunAsync(_folder, "node", "--role", "seed", "--port", "0", "--http-port", $"{up.Port}"))
            .ShouldBe((1, "", $"actorcafe: the HTTP port 127.0.0.1:{up.Port} is in use; choose another with --http-port\n"));
        (await CafeProcess.RunAsync(_folder, "node", "--role", "seed", "--port", "0", "--http-port", "0", "--management-port", $"{management.Port}"))
            .ShouldBe((1, "", $"actorcafe: the management port 127.0.0.1:{management.Port} is in use; choose another with --management-port\n"));
        (await CafeProcess.RunAsync(_folder, "node", "--role", "seed", "--http-port", "0", "--port", $"{akka.Port}"))
            .ShouldBe((1, "", $"actorcafe: the actors' port 127.0.0.1:{akka.Port} is in use; choose another with --port\n"));
    }

    public void Dispose() => _folder.Dispose();
}
