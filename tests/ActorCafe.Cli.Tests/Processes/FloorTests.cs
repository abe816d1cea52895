using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorCafe.Cli.Tests.Docs;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary><c>floor</c> as a person starts it.</summary>
public sealed partial class FloorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task It_prints_its_address_serves_the_page_and_ends_on_Ctrl_C()
    {
        using var cafe = CafeProcess.Start(_folder, "floor", "--port", "0", "--pool", "grinder=3", "--seed", "5");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();

        (await client.GetStringAsync(address)).ShouldContain("ActorCafe: the floor");
        (await client.GetStringAsync($"{address}/shops")).ShouldContain("""{"name":"more-machines","seed":5}""");
        (await client.GetStringAsync($"{address}/plays?shop=pipeline&orders=5")).ShouldContain("""{"name":"grinder","worker":"grinder","workers":3,"schedule":[]}""");
        cafe.Signal(CafeProcess.Interrupt);

        var (exitCode, output, errors) = await cafe.EndAsync();
        exitCode.ShouldBe(130);
        output.ShouldEndWith("(Ctrl-C ends it)\n");
        errors.ShouldBe("closing; press Ctrl-C again to stop at once\n");
    }

    [Fact]
    public async Task Its_lesson_plans_as_the_command_plan_does()
    {
        using var cafe = CafeProcess.Start(_folder, "floor", "--port", "0");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();

        (await client.GetStringAsync($"{address}/shops")).ShouldContain("{\"name\":\"solo\",\"seed\":1,\"costPerHour\":[15,4]}");
        var (exitCode, plan, _) = await CafeProcess.RunAsync(_folder, "plan", "--target", "p95 < 1200s", "--json", "-", "--quiet");

        exitCode.ShouldBe(0);
        (await client.GetStringAsync($"{address}/plan?shop=pipeline&p95=1200")).ShouldBe(plan);
    }

    [Fact]
    public async Task There_is_a_lesson_only_where_the_shops_are_the_essays()
    {
        using var cafe = CafeProcess.Start(_folder, "floor", "--port", "0", "--pool", "grinder=2");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();

        (await client.GetStringAsync($"{address}/shops")).ShouldNotContain("costPerHour");
    }

    [Fact]
    public async Task It_serves_the_files_that_it_is_given()
    {
        File.WriteAllText(_folder.File("clinic.conf"), """
            cafe {
              name = clinic
              step { register.service = 2m, examine.service = 9m }
              menu { visit { steps = [register, examine] } }
              stages = [desk, doctor]
              stage { desk { worker = nurse, performs = [register] }, doctor { worker = doctor, performs = [examine] } }
              customers { arrivals { mean = 5m }, orders = 10 }
            }
            akka.actor.deployment { /cafe/desk { router = shared-queue-pool, nr-of-instances = 1 }, /cafe/doctor { router = shared-queue-pool, nr-of-instances = 2 } }
            """);
        using var cafe = CafeProcess.Start(_folder, "floor", "clinic.conf", "--port", "0");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();

        (await client.GetStringAsync($"{address}/shops")).ShouldBe("""[{"name":"clinic","seed":1}]""");
        (await client.GetStringAsync($"{address}/plays?shop=clinic")).ShouldContain("""{"name":"doctor","worker":"doctor","workers":2,"schedule":[]}""");
    }

    [Fact]
    public async Task Its_theory_is_that_of_the_command()
    {
        using var cafe = CafeProcess.Start(_folder, "floor", "--port", "0");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();
        using var play = JsonDocument.Parse(await client.GetStringAsync($"{address}/plays?shop=more-machines&orders=5"));
        _folder.Write("more-machines.conf", $"include \"{Path.Combine(Repository.Root, "hocon", "more-machines.conf")}\"");
        using var theory = JsonDocument.Parse((await CafeProcess.RunAsync(_folder, "theory", "more-machines.conf", "--json", "-")).Output);

        var (served, printed) = (play.RootElement.GetProperty("theory"), theory.RootElement);
        served.GetProperty("timeInShop").GetDouble().ShouldBe(printed.GetProperty("responseTime").GetProperty("mean").GetDouble());
        served.GetProperty("exact").GetBoolean().ShouldBe(printed.GetProperty("exactness").GetString() == "exact");
        served.GetProperty("why").GetString().ShouldBe(printed.GetProperty("why").GetString());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        (await CafeProcess.RunAsync(_folder, "floor", "--port", port))
            .ShouldBe((2, "", $"--port: {port}: another program uses this port; choose another, or 0 for any free one\n"));
    }

    [Fact]
    public async Task Two_shops_of_one_name_are_told_apart_by_file()
    {
        var pipeline = Path.Combine(Repository.Root, "hocon", "pipeline.conf");
        File.WriteAllText(_folder.File("a.conf"), $"include \"{pipeline}\"");
        File.WriteAllText(_folder.File("b.conf"), $"include \"{pipeline}\"");
        using var cafe = CafeProcess.Start(_folder, "floor", "a.conf", "b.conf", "--port", "0");
        var address = Address().Match(await cafe.FirstLineAsync()).Groups[1].Value;
        using var client = new HttpClient();

        (await client.GetStringAsync($"{address}/shops")).ShouldBe("""[{"name":"pipeline (a.conf)","seed":1},{"name":"pipeline (b.conf)","seed":1}]""");
        (await client.GetStringAsync($"{address}/plays?shop=pipeline%20(b.conf)&orders=5")).ShouldContain("pipeline (b.conf)");
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http")]
    public async Task What_is_no_port_is_refused(string port) => (await CafeProcess.RunAsync(_folder, "floor", $"--port={port}"))
        .ShouldBe((2, "", $"--port: {port}: not a port; write a whole number from 0 (any free one) to 65535\n"));

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("^floor: (http://127\\.0\\.0\\.1:[0-9]+/floor) ")]
    private static partial Regex Address();
}
