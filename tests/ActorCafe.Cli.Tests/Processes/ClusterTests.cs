using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A cluster of processes on this machine.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed class ClusterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    // A service lasts 200 ms or more here, so the overhead of a cluster (about 10 ms per step) is small.
    private const string Shop = """
        cafe {
          name = even
          clock { mode = real, time-scale = 100 }
          customers { arrivals { process = renewal, distribution = exponential, mean = 10s }, orders = 120 }
        }
        akka.actor.deployment {
          /cafe/waiter.nr-of-instances = 4
          /cafe/grinder.nr-of-instances = 8
          /cafe/machine.nr-of-instances = 6
        }
        """;

    [Fact]
    public async Task Customers_are_in_the_shop_as_long_as_on_one_node()
    {
        var played = await PlayAsync("--machines", "2");

        played.GetProperty("cluster").GetProperty("orders").GetProperty("served").GetInt64().ShouldBe(120);
        played.GetProperty("oneNode").GetProperty("orders").GetProperty("served").GetInt64().ShouldBe(120);
        var ratio = Mean(played.GetProperty("cluster")) / Mean(played.GetProperty("oneNode"));
        ratio.ShouldBe(1, 0.15, $"{Mean(played.GetProperty("cluster"))} s on the cluster, {Mean(played.GetProperty("oneNode"))} s on one node");
    }

    [Fact]
    public async Task A_killed_machine_node_costs_nobody_a_coffee()
    {
        var played = (await PlayAsync("--machines", "2", "--kill", "machine", "--orders", "60")).GetProperty("cluster");

        played.GetProperty("killed").GetString().ShouldBe("machine node 1");
        played.GetProperty("orders").GetProperty("served").GetInt64().ShouldBe(60);
        played.GetProperty("orders").GetProperty("arrived").GetInt64().ShouldBe(60);
    }

    [Theory]
    [InlineData(CafeProcess.Interrupt, 130)]
    [InlineData(CafeProcess.Terminate, 130)]
    [InlineData(CafeProcess.Kill, 128 + CafeProcess.Kill)]
    public async Task No_process_is_left_behind(int signal, int exitCode)
    {
        using var cluster = CafeProcess.Start(_folder, "cluster", "--http-port", "0", "--machines", "1", "--data", "book");
        (await cluster.FirstLineAsync()).ShouldContain(" takes orders: curl http://127.0.0.1:");
        var nodes = ChildProcesses.Of(cluster.Id);
        nodes.Count.ShouldBe(4);

        cluster.Signal(signal);

        var (ended, output, _) = await cluster.EndAsync();
        ended.ShouldBe(exitCode);
        if (signal != CafeProcess.Kill)
        {
            output.ShouldContain("Stopped");
        }

        if (signal == CafeProcess.Kill)
        {
            // They notice it themselves.
            await Eventually.TrueAsync(() => !ChildProcesses.Running(nodes).Any());
        }

        ChildProcesses.Running(nodes).ShouldBeEmpty();
        File.Exists(_folder.File("book/book.db")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("cluster --machines 0", "--machines: 0: out of range; write a whole number from 1 to 64\n")]
    [InlineData("cluster --kill machine", "--kill: machine: it is of no use without customers of the shop's own; add --play\n")]
    [InlineData("cluster --play --kill waiter", "--kill: waiter: there is no such role to kill; one of machine, grinder, front\n")]
    [InlineData("cluster --http-port x", "--http-port: x: 'x' is not a whole number; write a whole number from 0 to 65535\n")]
    [InlineData(
        "cluster --play --set cafe.customers.arrivals.process=saturated",
        "--play: cafe.customers.arrivals.process: saturated customers come when the shop has room for them, which cannot be seen over HTTP; play renewal, hourly, trace or all-at-once customers\n")]
    public async Task Bad_input_is_one_line_and_nothing_is_started(string arguments, string line) =>
        (await CafeProcess.RunAsync(_folder, arguments.Split(' '))).ShouldBe((2, "", line));

    [Fact]
    public async Task A_port_in_use_is_told_before_anything_starts()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        (await CafeProcess.RunAsync(_folder, "cluster", "--http-port", $"{port}"))
            .ShouldBe((1, "", $"actorcafe: the HTTP port 127.0.0.1:{port} is in use; choose another with --http-port\n"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonElement> PlayAsync(params string[] arguments)
    {
        var file = _folder.Write("shop.conf", Shop);
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, ["cluster", file, "--play", "--http-port", "0", "--json", "-", "--log-level", "error", .. arguments]);
        exitCode.ShouldBe(0, errors);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }

    private static double Mean(JsonElement of) => of.GetProperty("responseTime").GetProperty("mean").GetDouble();
}
