using ActorCafe.Cluster.Settings;
using ActorCafe.Configuration;
using ActorCafe.Node.Settings;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Tests.Settings;

public sealed class SettingsPrecedenceTests : IDisposable
{
    private readonly NodeSetup _setting = new();

    [Fact]
    public void Nothing_but_a_role_gives_the_essays_pipeline_on_this_machine_alone()
    {
        var node = _setting.Read().Settings;

        node.Shop.Name.ShouldBe("pipeline");
        (node.Hostname, node.Port, node.Http).ShouldBe(("127.0.0.1", 4053, new HttpSettings("127.0.0.1", 8080, null)));
        node.SeedNodes.ShouldBeEmpty();
        node.Book.ShouldBe(new(BookStore.Sqlite, $"Data Source={_setting.PathOf("data/book.db")}"));
        (node.Tls, node.Telemetry).ShouldBe((null, null));
    }

    [Fact]
    public void Options_beat_variables_and_variables_beat_files()
    {
        const string File = """cafe.cluster { hostname = a, port = 1, seed-nodes = ["a:1"], http { host = 127.0.0.2, port = 1 }, management.http-port = 11 }""";
        _setting.File(File);
        Read().ShouldBe(("a", 1, "a:1", "127.0.0.2", 1, 11));

        _setting.Variable("CAFE_HOSTNAME", "b").Variable("CAFE_PORT", "2").Variable("CAFE_SEED_NODES", "b:2, [::1]:3")
            .Variable("CAFE_HTTP_HOST", "0.0.0.0").Variable("CAFE_HTTP_PORT", "2").Variable("CAFE_MANAGEMENT_PORT", "12");
        Read().ShouldBe(("b", 2, "b:2 [::1]:3", "0.0.0.0", 2, 12));

        _setting.Options(line => line with { Hostname = "[::1]", Port = "3", SeedNodes = ["c:3"], HttpHost = "[::]", HttpPort = "3", ManagementPort = "13" });
        Read().ShouldBe(("::1", 3, "c:3", "::", 3, 13));

        (string, int, string, string, int, int) Read()
        {
            var node = _setting.Read().Settings;
            return (node.Hostname, node.Port, string.Join(' ', node.SeedNodes.Select(seed => $"{seed.Host}:{seed.Port}")), node.Http.Host, node.Http.Port, node.Http.ManagementPort);
        }
    }

    [Fact]
    public void Set_beats_a_variable_and_an_option_of_its_own_beats_set()
    {
        _setting.Variable("CAFE_PORT", "1").Options(line => line with { Overrides = [new("--set", "cafe.cluster.port=2")] });
        _setting.Read().Settings.Port.ShouldBe(2);

        _setting.Options(line => line with { Port = "3" }).Read().Settings.Port.ShouldBe(3);
    }

    [Fact]
    public void A_pool_has_the_size_of_the_file_of_the_variable_or_of_the_option()
    {
        _setting.File("""include "pipeline.conf" """).File(ShopFiles.EmbeddedText("pipeline.conf"), "pipeline.conf").File(ShopFiles.EmbeddedText("menu.conf"), "menu.conf")
            .Variable("CAFE_POOLS", "grinder=16, machine=24").Options(line => line with { Overrides = [new("--pool", "machine=3")] });

        _setting.Read().Settings.Shop.Stages.Select(stage => stage.Workers).ShouldBe([1, 16, 3]);
    }

    [Fact]
    public void Roles_come_from_options_or_else_from_the_variable_each_once()
    {
        _setting.Variable("CAFE_ROLES", "machine, grinder,machine,");
        _setting.Read().Settings.Roles.ShouldBe([NodeRole.Machine, NodeRole.Grinder]);

        _setting.Options(line => line with { Roles = ["seed", "front"] }).Read().Settings.Roles.ShouldBe([NodeRole.Seed, NodeRole.Front]);
    }

    [Theory]
    [InlineData("AKKA__LOGLEVEL", "DEBUG", "loglevel = DEBUG")]
    [InlineData("AKKA__CLUSTER__SPLIT_BRAIN_RESOLVER__STABLE_AFTER", "7s", "stable-after = 7s")]
    [InlineData("AKKA__CLUSTER__SEED_NODES", "[\"akka.tcp://a@b:1\"]", "seed-nodes = [\"akka.tcp://a@b:1\"]")]
    [InlineData("AKKA__REMOTE__DOT_NETTY__TCP__PUBLIC_HOSTNAME", "a b:c", "public-hostname = \"a b:c\"")]
    public void Any_key_of_Akkas_can_be_a_variable(string name, string value, string hocon) =>
        _setting.Variable(name, value).Read().Settings.Shop.AkkaHocon.ShouldContain(hocon);

    [Fact]
    public void A_variable_without_a_value_is_not_given() =>
        _setting.Variable("CAFE_PORT", "").Variable("CAFE_POOLS", " ").Variable("AKKA__LOGLEVEL", "").Variable("CAFE_BOOK_STORE", "").Read().Settings.Port.ShouldBe(4053);

    [Fact]
    public void The_name_of_the_machine_can_stand_in_for_its_address() =>
        _setting.Variable("CAFE_HOSTNAME", "auto").Read().Settings.Hostname.ShouldBe("counter-7");

    [Fact]
    public void The_book_takes_10000_open_orders_and_lost_nodes_are_found_fast_unless_told()
    {
        Read().ShouldBe((10_000, FailureDetection.Fast));

        _setting.File("cafe { book.max-open = 1, cluster.detection = shared }");
        Read().ShouldBe((1, FailureDetection.Shared));

        _setting.Variable("CAFE_DETECTION", "fast");
        Read().ShouldBe((1, FailureDetection.Fast));

        _setting.Options(line => line with { Overrides = [new("--set", "cafe.book.max-open=2"), new("--set", "cafe.cluster.detection=shared")] });
        Read().ShouldBe((2, FailureDetection.Shared));

        (long, FailureDetection) Read() => (_setting.Read().Settings.Book.MaxOpen, _setting.Read().Settings.Detection);
    }

    [Fact]
    public void A_front_has_a_floor_unless_told()
    {
        _setting.Read().Settings.HasFloor.ShouldBeTrue();
        _setting.File("cafe.cluster.floor = off").Read().Settings.HasFloor.ShouldBeFalse();
        _setting.Options(line => line with { Roles = ["machine"], Overrides = [new("--set", "cafe.cluster.floor=on")] }).Read().Settings.HasFloor.ShouldBeFalse();
    }

    [Fact]
    public void Nodes_are_found_by_seed_nodes_unless_told()
    {
        _setting.Read().Settings.Discovery.ShouldBe(ClusterDiscovery.SeedNodes);

        _setting.Variable("CAFE_DISCOVERY", "kubernetes").Variable("CAFE_MANAGEMENT_PORT", "8558").Read().Settings.Discovery.ShouldBe(ClusterDiscovery.Kubernetes);
    }

    [Fact]
    public void A_key_and_a_collector_are_off_unless_told()
    {
        _setting.File("""cafe.cluster { http.api-key = "k&y", telemetry.endpoint = "http://127.0.0.1:4317" }""");
        _setting.Read().Settings.Http.ApiKey.ShouldBe("k&y");
        _setting.Read().Settings.Telemetry!.Endpoint.ShouldBe(new Uri("http://127.0.0.1:4317"));

        _setting.Variable("CAFE_API_KEY", "another").Read().Settings.Http.ApiKey.ShouldBe("another");
    }

    public void Dispose() => _setting.Dispose();
}
