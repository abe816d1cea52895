using ActorCafe.Cluster.Settings;
using ActorCafe.Node.Settings;

namespace ActorCafe.Node.Tests.Settings;

/// <summary>Every invalid value is rejected in one line with its origin, the problem and the remedy.</summary>
public sealed class SettingsRefusalTests : IDisposable
{
    private readonly NodeSetup _setting = new();

    [Theory]
    [InlineData("CAFE_PORT", "70000", "CAFE_PORT: 70000: 70000 is out of range; write a whole number from 0 to 65535")]
    [InlineData("CAFE_PORT", "tcp://10.0.0.1:80", "CAFE_PORT: tcp://10.0.0.1:80: 'tcp://10.0.0.1:80' is not a whole number; write a whole number from 0 to 65535")]
    [InlineData("CAFE_HTTP_PORT", "-1", "CAFE_HTTP_PORT: -1: -1 is out of range; write a whole number from 0 to 65535")]
    [InlineData("CAFE_MANAGEMENT_PORT", "x", "CAFE_MANAGEMENT_PORT: x: 'x' is not a whole number; write a whole number from 0 to 65535")]
    [InlineData("CAFE_MANAGEMENT_PORT", "8080", "CAFE_MANAGEMENT_PORT: 8080: 8080 is the HTTP port too; write another port, or 0 for any free one")]
    [InlineData("CAFE_HOSTNAME", "a b", "CAFE_HOSTNAME: a b: 'a b' is not a host; write a name or an address such as 127.0.0.1 or [::1]")]
    [InlineData("CAFE_HOSTNAME", "::1", "CAFE_HOSTNAME: ::1: '::1' is not a host; write a name or an address such as 127.0.0.1 or [::1]")]
    [InlineData("CAFE_HOSTNAME", "256.1.1.1", "CAFE_HOSTNAME: 256.1.1.1: '256.1.1.1' is not a host; write a name or an address such as 127.0.0.1 or [::1]")]
    [InlineData("CAFE_HOSTNAME", "0.0.0.0", "CAFE_HOSTNAME: 0.0.0.0: nobody can reach the node by 0.0.0.0; write the name or address that other nodes know it by, or auto")]
    [InlineData("CAFE_HTTP_HOST", "front", "CAFE_HTTP_HOST: front: 'front' is not an address of this machine; write an address to listen on such as 127.0.0.1, 0.0.0.0 or [::], or localhost")]
    [InlineData("CAFE_SEED_NODES", "front:4053,seed", "CAFE_SEED_NODES: seed: 'seed' is not a seed node: it has no port; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    [InlineData("CAFE_SEED_NODES", "front:0", "CAFE_SEED_NODES: front:0: 'front:0' is not a seed node: its port is not a whole number from 1 to 65535; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    [InlineData("CAFE_SEED_NODES", "::1:4053", "CAFE_SEED_NODES: ::1:4053: '::1:4053' is not a seed node: '::1' is not a host; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    [InlineData("CAFE_DISCOVERY", "zookeeper", "CAFE_DISCOVERY: zookeeper: 'zookeeper' is no known discovery; write seed-nodes or kubernetes")]
    [InlineData("CAFE_DISCOVERY", "kubernetes", "CAFE_DISCOVERY: kubernetes: other pods ask a node at its management port, and that is any free one; write management.http-port = 8558")]
    [InlineData("CAFE_ROLES", "front,griner", "CAFE_ROLES: griner: there is no such role; did you mean grinder?")]
    [InlineData("CAFE_ROLES", "Barista", "CAFE_ROLES: Barista: there is no such role; write front, grinder, machine or seed")]
    [InlineData("CAFE_POOLS", "grinder", "CAFE_POOLS: grinder: no number of workers is assigned to a stage; write STAGE=N,STAGE=N")]
    [InlineData("CAFE_POOLS", "grinder=0", "CAFE_POOLS: grinder=0: 0 is out of range; write a whole number from 1 to 100000")]
    [InlineData("CAFE_POOLS", "griner=2", "CAFE_POOLS: akka.actor.deployment./cafe/griner: there is no stage 'griner' in cafe.stages; did you mean grinder? (or remove the entry with = null)")]
    [InlineData("CAFE_BOOK_STORE", "oracle", "CAFE_BOOK_STORE: oracle: 'oracle' is no known store; write sqlite or postgres")]
    [InlineData("CAFE_BOOK_STORE", "postgres", "CAFE_BOOK_STORE: cafe.book.connection: the key is missing, and a book in PostgreSQL needs it; write connection = \"Host=db;Database=cafe;Username=cafe;Password=...\", or set CAFE_BOOK_CONNECTION")]
    [InlineData("CAFE_BOOK_CONNECTION", "Host=db;Password=secret", "CAFE_BOOK_CONNECTION: cafe.book.connection: it is no connection to SQLite; write Data Source=FILE, or set cafe.book.store = postgres for a server")]
    [InlineData("CAFE_BOOK_CONNECTION", "Data Source=:memory:", "CAFE_BOOK_CONNECTION: cafe.book.connection: a book in memory is lost with the node; write Data Source=FILE")]
    [InlineData("CAFE_API_KEY", "two words", "CAFE_API_KEY: cafe.cluster.http.api-key: the key cannot be sent in a header; write up to 256 letters, digits and signs without spaces, or none")]
    [InlineData("CAFE_PROT", "4053", "CAFE_PROT: variable: a node reads no such variable; did you mean CAFE_PORT?")]
    [InlineData("AKKA____LOGLEVEL", "DEBUG", "AKKA____LOGLEVEL: key: a part of the key is empty; write AKKA__A__B_C for akka.a.b-c")]
    [InlineData("AKKA__CLUSTR__ROLES", "x", "AKKA__CLUSTR__ROLES: akka.clustr: unknown key; did you mean cluster?")]
    [InlineData("AKKA__LOGGERS", "[a", "AKKA__LOGGERS: value: '[' is never closed; close it with ']'")]
    public void A_bad_variable_is_named(string name, string value, string line) => _setting.Variable(name, value).Refusal().ShouldBe(line);

    [Fact]
    public void Seed_nodes_are_refused_where_Kubernetes_names_the_nodes()
    {
        _setting.File("cafe.cluster { discovery = kubernetes, management.http-port = 8558, seed-nodes = [\"front:4053\"] }").Refusal().ShouldBe(
            "shop.conf: cafe.cluster.discovery: cafe.cluster.seed-nodes names front:4053, and nobody would answer there; write seed-nodes = [], or discovery = seed-nodes");

        _setting.Variable("CAFE_DISCOVERY", "seed-nodes").Read().Settings.Discovery.ShouldBe(ClusterDiscovery.SeedNodes);
    }

    [Fact]
    public void A_bad_option_is_named()
    {
        Refusal(line => line with { Port = "x" }).ShouldBe("--port: x: 'x' is not a whole number; write a whole number from 0 to 65535");
        Refusal(line => line with { HttpPort = "" }).ShouldStartWith("--http-port: (empty): '' is not a whole number");
        Refusal(line => line with { ManagementPort = "70000" }).ShouldBe("--management-port: 70000: 70000 is out of range; write a whole number from 0 to 65535");
        Refusal(line => line with { Hostname = "" }).ShouldBe("--hostname: (empty): the text is empty; write a name or an address such as 127.0.0.1 or [::1]");
        Refusal(line => line with { SeedNodes = ["a:1", "b"] }).ShouldStartWith("--seed-node: b: 'b' is not a seed node: it has no port");
        Refusal(line => line with { Roles = ["front", ""] }).ShouldBe("--role: (empty): there is no such role; write front, grinder, machine or seed");
        Refusal(line => line with { Overrides = [new("--set", "cafe.cluster.port=x")] }).ShouldStartWith("--set: cafe.cluster.port: 'x' is not a whole number");

        string Refusal(Func<NodeArguments, NodeArguments> change)
        {
            using var setting = new NodeSetup();
            return setting.Options(change).Refusal();
        }
    }

    [Fact]
    public void A_node_without_a_role_is_refused() =>
        Should.Throw<Configuration.InputException>(() => NodeSettingsReader.Read(new(), new Dictionary<string, string>(), "counter-7")).Message
            .ShouldBe("--role: none given: a node needs at least one role; write --role front, grinder, machine or seed, or set CAFE_ROLES");

    [Fact]
    public void Variables_that_are_none_of_ours_are_let_be() =>
        _setting.Variable("CAFE_FRONT_SERVICE_HOST", "10.0.0.1").Variable("HOME", "/").Variable("AKKA_HOME", "/").Read().Settings.Port.ShouldBe(4053);

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_named()
    {
        _setting.File("", "taken.txt").Options(line => line with { Data = _setting.PathOf("taken.txt") })
            .Refusal().ShouldBe("--data: taken.txt: it is a file; name a folder that this user may write to");
        _setting.Options(line => line with { Data = null }).Variable("CAFE_DATA", "/proc/nowhere")
            .Refusal().ShouldStartWith("CAFE_DATA: /proc/nowhere: it cannot be written to (");
    }

    [Fact]
    public void A_node_that_keeps_no_book_needs_no_folder_and_no_connection()
    {
        _setting.Variable("CAFE_ROLES", "machine").Variable("CAFE_BOOK_STORE", "postgres").Read().Settings.Book.Connection.ShouldBe("");

        Directory.Exists(_setting.PathOf("data")).ShouldBeFalse();
    }

    public void Dispose() => _setting.Dispose();
}
