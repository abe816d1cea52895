using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using ActorCafe.Containers.Tests.Conditions;
using ActorCafe.Containers.Tests.Fixtures;
using ActorCafe.Faults.Tests.Outside;

namespace ActorCafe.Containers.Tests;

/// <summary>docker-compose.yml as it is, on a container engine.</summary>
[NeedsDocker]
public sealed class ContainersTests(ContainerCafe cafe) : IClassFixture<ContainerCafe>
{
    private static readonly string[] EveryRunNeeds = ["actorcafe.dll", "ActorCafe.Shop.dll", "Akka.dll"];

    [ConditionalFact]
    public async Task The_image_has_the_program_compiled_ahead_and_no_symbols()
    {
        using var folder = new TempFolder();

        await Docker.OutputAsync([], "create", "--name", "actorcafe-test-image", "actorcafe");
        await Docker.OutputAsync([], "cp", "actorcafe-test-image:/app", folder.File("app"));
        await Docker.OutputAsync([], "rm", "actorcafe-test-image");

        var files = Directory.GetFiles(folder.File("app"), "*", SearchOption.AllDirectories);
        files.Where(file => Path.GetExtension(file) is ".pdb" or ".xml").ShouldBeEmpty();
        var isAhead = RuntimeInformation.OSArchitecture == Architecture.X64;
        EveryRunNeeds.ShouldAllBe(name => IsCompiledAhead(folder.File($"app/{name}")) == isAhead);
    }

    [ConditionalFact]
    public async Task A_shop_on_one_node_prints_the_comparison()
    {
        var output = await cafe.Compose.RunAsync("run", "--rm", "--no-TTY", "cafe");

        output.ShouldContain("more-machines has the largest capacity");
    }

    [ConditionalFact]
    public async Task Up_without_options_serves_an_order_and_says_how_to_place_one()
    {
        await cafe.Compose.UpAsync();

        await cafe.OrderAsync("plain");

        (await cafe.AllServedAsync()).Orders.Served.ShouldBeGreaterThan(0);
        (await cafe.Compose.RunAsync("logs", "--no-log-prefix", "welcome")).ShouldContain("The café is open: http://localhost:8080");
    }

    [ConditionalFact]
    public async Task Three_containers_of_machines_have_eight_each()
    {
        await cafe.Compose.UpAsync(machines: 3, grinders: 2);

        await cafe.MachinesOnAsync(3);

        var status = (await cafe.Front.StatusAsync())!;
        status.Machines.GroupBy(machine => machine.Node).Select(node => node.Count()).ShouldBe([8, 8, 8]);
    }

    [ConditionalFact]
    public Task A_killed_container_of_machines_comes_back_and_each_order_is_served_once() => KilledAsync("machine");

    [ConditionalFact]
    public Task A_killed_front_comes_back_and_each_order_is_served_once() => KilledAsync("front");

    [ConditionalFact]
    public async Task Machines_are_scaled_up_and_down_while_orders_come()
    {
        await cafe.Compose.UpAsync(machines: 3, grinders: 2);
        var before = await cafe.AllServedAsync();
        using var closing = new CancellationTokenSource();
        var customers = ComeAsync(closing.Token);

        await cafe.Compose.UpAsync(machines: 4, grinders: 2);
        await cafe.MachinesOnAsync(4);
        await cafe.Compose.UpAsync(machines: 2, grinders: 2);
        await cafe.MachinesOnAsync(2);
        await closing.CancelAsync();

        var came = await customers;
        (await cafe.AllServedAsync()).Orders.Served.ShouldBe(before.Orders.Served + came);
    }

    [ConditionalFact]
    public async Task The_book_outlives_the_containers_and_nodes_log_no_stack_traces_for_those_that_are_gone()
    {
        await cafe.Compose.UpAsync();
        await cafe.OrderAsync(Ids("kept", 20));
        var before = await cafe.AllServedAsync();

        await cafe.Compose.RunAsync("down");
        await cafe.Compose.UpAsync();

        (await cafe.AllServedAsync()).Orders.Served.ShouldBe(before.Orders.Served);
        (await cafe.Compose.RunAsync("logs", "--no-log-prefix")).Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [ConditionalFact]
    public async Task Every_container_that_is_stopped_ends_with_exit_code_0()
    {
        await cafe.Compose.UpAsync(machines: 2);

        await cafe.Compose.RunAsync("stop");

        (await cafe.Compose.InspectAsync("{{.State.ExitCode}} {{.Name}}")).ShouldAllBe(container => container.StartsWith("0 "));
    }

    [ConditionalFact]
    public Task The_front_cannot_be_scaled() => NotScaledAsync("front");

    [ConditionalFact]
    public Task The_seed_cannot_be_scaled() => NotScaledAsync("seed");

    [ConditionalFact]
    [NeedsImage("postgres:17")]
    public async Task The_book_is_kept_in_PostgreSQL_if_it_is_asked_for()
    {
        await cafe.Compose.RemoveAsync();
        var postgres = new ComposeProject(
            new Dictionary<string, string>
            {
                ["POSTGRES_PASSWORD"] = "secret",
                ["CAFE_BOOK_STORE"] = "postgres",
                ["CAFE_BOOK_CONNECTION"] = "Host=postgres;Database=actorcafe;Username=actorcafe;Password=secret",
            },
            "--profile",
            "postgres");
        try
        {
            await postgres.UpAsync();

            await cafe.OrderAsync(Ids("postgres", 5));

            (await cafe.AllServedAsync()).Orders.Served.ShouldBe(5);
            (await postgres.RunAsync("exec", "--no-TTY", "postgres", "psql", "-U", "actorcafe", "-tAc", "select count(*) from cafe_orders")).Trim().ShouldBe("5");
        }
        finally
        {
            await postgres.RemoveAsync();
        }
    }

    private async Task KilledAsync(string service)
    {
        await cafe.Compose.UpAsync(machines: 3, grinders: 2);
        await cafe.MachinesOnAsync(3);
        var before = await cafe.AllServedAsync();

        await cafe.OrderAsync(Ids($"{service}-killed", 40));
        await cafe.Compose.KillProgramAsync(service);
        await cafe.OrderAsync(Ids($"{service}-gone", 10));

        await cafe.MachinesOnAsync(3);
        (await cafe.AllServedAsync()).Orders.Served.ShouldBe(before.Orders.Served + 50);
        (await cafe.Compose.InspectAsync("{{.RestartCount}} {{index .Config.Labels \"com.docker.compose.service\"}}"))
            .ShouldContain(container => container.EndsWith(service, StringComparison.Ordinal) && !container.StartsWith('0'));
    }

    private async Task NotScaledAsync(string service)
    {
        var (exitCode, output, errors) = await cafe.Compose.TryAsync("up", "--detach", "--no-build", "--no-deps", "--scale", $"{service}=2", service);

        exitCode.ShouldNotBe(0);
        (output + errors).ShouldContain($"The \"{service}\" service is using the custom container name");
    }

    private static bool IsCompiledAhead(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static string[] Ids(string prefix, int count) => [.. Enumerable.Range(1, count).Select(number => $"{prefix}-{number}")];

    /// <summary>Customers come one after another, and are counted.</summary>
    private async Task<int> ComeAsync(CancellationToken closing)
    {
        var came = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!closing.IsCancellationRequested)
        {
            await cafe.OrderAsync($"scaled-{++came}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return came;
    }
}
