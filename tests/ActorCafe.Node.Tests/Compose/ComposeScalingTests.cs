using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Settings;
using NJsonSchema;

namespace ActorCafe.Node.Tests.Compose;

/// <summary>
/// Without a container engine: the test reads what compose would do from its file, and validates it with the settings of a node. On an engine the
/// file is run by ActorCafe.Containers.Tests.
/// </summary>
public sealed class ComposeScalingTests
{
    private readonly ComposeFile _compose = new();

    [Fact]
    public async Task The_file_is_of_the_compose_specification()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(ComposeFile.Folder, "compose-schema.json"));

        schema.Validate(_compose.Root.ToJsonString()).Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void There_is_a_service_for_every_role() =>
        _compose.Nodes.ShouldBe(["front", "seed", "grinder", "machine"]);

    [Fact]
    public void Every_variable_of_a_node_is_one_that_a_node_reads() =>
        _compose.Nodes.SelectMany(node => _compose.Environment(node).Keys).Where(name => !NodeVariables.Reads(name)).ShouldBeEmpty();

    [Theory]
    [InlineData("front", NodeRole.Front, "front")]
    [InlineData("seed", NodeRole.Seed, "seed")]
    [InlineData("grinder", NodeRole.Grinder, "0a1b2c3d4e5f")]
    [InlineData("machine", NodeRole.Machine, "0a1b2c3d4e5f")]
    public void Every_service_starts_as_a_node_of_its_role(string service, NodeRole role, string hostname)
    {
        using var folder = new TempFolder();
        var environment = _compose.Environment(service);
        // The folder of the volume is inside the container.
        if (environment.ContainsKey(NodeVariables.Data))
        {
            environment[NodeVariables.Data] = folder.Path;
        }

        var file = _compose.Of(service)["command"]![1]!.GetValue<string>();

        var node = NodeSettingsReader.Read(new() { Files = [Path.Combine(ComposeFile.Folder, file)] }, environment, "0a1b2c3d4e5f").Settings;

        node.Roles.ShouldBe([role]);
        (node.Hostname, node.Port).ShouldBe((hostname, 4053));
        node.Http.ShouldBe(new("0.0.0.0", 8080, null) { ManagementPort = 8558 });
        node.SeedNodes.ShouldBe([new("front", 4053), new("seed", 4053)]);
        node.Shop.Stages.Select(stage => stage.Workers).ShouldBe([8, 16, 24]);
    }

    [Fact]
    public void Only_the_fronts_HTTP_is_published_and_to_this_machine_alone()
    {
        _compose.Services.Where(service => _compose.Of(service)["ports"] is not null).ShouldBe(["front"]);
        _compose.Of("front")["ports"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>()
            .ShouldBe($"127.0.0.1:8080:{_compose.Environment("front")[NodeVariables.HttpPort]}");
    }

    [Fact]
    public void Nodes_come_back_and_have_time_to_leave_and_are_asked_whether_they_are_ready()
    {
        foreach (var node in _compose.Nodes.Select(_compose.Of))
        {
            node["restart"]!.GetValue<string>().ShouldBe("unless-stopped");
            node["stop_grace_period"]!.GetValue<string>().ShouldBe("10s");
            node["healthcheck"]!["test"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldBe(["CMD", "bash", "/app/ready.sh"]);
        }
    }

    [Fact]
    public void The_book_and_the_database_are_on_volumes_that_are_declared()
    {
        var declared = _compose.Root["volumes"]!.AsObject().Select(volume => volume.Key).ToArray();
        var used = _compose.Services.SelectMany(service => _compose.Of(service)["volumes"]?.AsArray().Select(volume => volume!.GetValue<string>()) ?? [])
            .ToArray();

        used.Select(volume => volume.Split(':')[0]).Order().ShouldBe(declared.Order());
        used.ShouldContain($"book:{_compose.Environment("front")[NodeVariables.Data]}");
    }

    [Fact]
    public void What_is_no_part_of_a_cluster_is_asked_for_by_a_profile() =>
        _compose.Services.Except([.. _compose.Nodes, "welcome"]).ToDictionary(service => service, service => _compose.Of(service)["profiles"]![0]!.GetValue<string>())
            .ShouldBe(new Dictionary<string, string> { ["postgres"] = "postgres", ["cafe"] = "local" });

    [Fact]
    public void One_service_builds_the_image_that_the_others_of_a_start_use()
    {
        var started = _compose.Services.Where(service => _compose.Of(service)["profiles"] is null).ToArray();

        started.Where(service => _compose.Of(service)["build"] is not null).ShouldBe(["front"]);
        started.Select(service => _compose.Of(service)["image"]!.GetValue<string>()).ShouldAllBe(image => image == "actorcafe");
    }

    [Fact]
    public void No_container_of_the_image_has_rights_or_a_disk_of_its_own()
    {
        foreach (var service in _compose.Services.Select(_compose.Of).Where(service => service["image"]!.GetValue<string>() == "actorcafe"))
        {
            service["read_only"]!.GetValue<bool>().ShouldBeTrue();
            service["cap_drop"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("ALL");
            service["security_opt"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("no-new-privileges:true");
        }
    }

    [Fact]
    public void The_image_runs_without_rights_on_the_runtime_that_HTTP_needs()
    {
        var lines = File.ReadAllLines(Path.Combine(ComposeFile.Folder, "Dockerfile"));

        lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Last().ShouldBe("FROM mcr.microsoft.com/dotnet/aspnet:10.0");
        lines.ShouldContain("USER $APP_UID");
        lines.Where(line => line.StartsWith("ENV ", StringComparison.Ordinal))
            .SelectMany(line => line[4..].Split(' ')).Select(variable => variable.Split('=')[0]).ShouldAllBe(name => NodeVariables.Reads(name));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_images_check_tells_whether_a_node_is_ready(bool isUp, int exitCode)
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { Obstacle = isUp ? null : "it is not up yet" });

        (await ProgramRunner.RunAsync("bash", [Path.Combine(ComposeFile.Folder, "ready.sh")], (NodeVariables.ManagementPort, $"{node.ManagementAddress.Port}"))).ShouldBe(exitCode);
    }

    [ComposeFact]
    public async Task Compose_itself_takes_the_file() =>
        (await ProgramRunner.RunAsync("docker", ["compose", "--file", ComposeFile.FilePath, "--profile", "*", "config", "--quiet"])).ShouldBe(0);
}
