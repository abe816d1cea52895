using System.Net.Http.Json;
using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Nodes with TLS, using files made by the program.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed class CertificatesCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Nodes_with_certificates_serve_an_order_and_a_plain_node_cannot_join()
    {
        var (exitCode, lines, errors) = await CafeProcess.RunAsync(_folder, "certificates", "tls", "--node", "127.0.0.1");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        _folder.Write("shop.conf", $"cafe.clock {{ mode = real, time-scale = 1000 }}\n{lines}");
        _folder.Write("plain.conf", "cafe.clock { mode = real, time-scale = 1000 }\n");
        using var kitchen = Node("shop.conf", "seed", "kitchen", "--role", "grinder", "--role", "machine");
        var seed = await AddressAsync(kitchen);
        using var front = Node("shop.conf", "front", "front", "--seed-node", seed);
        var web = (await front.FirstLineAsync()).Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd(',');

        using var plain = Node("plain.conf", "machine", "plain", "--seed-node", seed);
        using var http = new HttpClient { BaseAddress = new(web) };
        (await http.PostAsJsonAsync("/orders", new { id = "mine", drink = "coffee" })).EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => (await http.GetFromJsonAsync<JsonElement>("/orders/mine")).GetProperty("state").GetString() == "served");
        // A third node with certificates joins while the plain one still tries in vain.
        using var third = Node("shop.conf", "machine", "third", "--seed-node", seed);
        await AddressAsync(third);

        var status = await http.GetFromJsonAsync<JsonElement>("/status");
        status.GetProperty("members").GetArrayLength().ShouldBe(3);
        plain.FirstLineAsync().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_authority_is_kept_and_no_certificate_is_written_over()
    {
        var (_, first, _) = await CafeProcess.RunAsync(_folder, "certificates", "tls", "--node", "a", "b", "--password", "beans");
        var authority = File.ReadAllText(_folder.File("tls/authority.pem"));
        first.ShouldContain($"certificate = \"{_folder.File("tls/b.pfx")}\"\n");
        first.ShouldNotContain("beans");

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "certificates", "tls", "--node", "c", "--node", "a");
        exitCode.ShouldBe(2);
        output.ShouldContain("# c\n");
        errors.ShouldStartWith("certificates: a: ");
        errors.Count(sign => sign == '\n').ShouldBe(1);
        File.ReadAllText(_folder.File("tls/authority.pem")).ShouldBe(authority);
    }

    [Theory]
    [InlineData("certificates tls", "--node: none given: a certificate is for a node; write --node HOST\n")]
    [InlineData("certificates tls --node a/b", "certificates: a/b: 'a/b' is not the name or address of a host; nothing was written for it\n")]
    public async Task What_is_no_node_gets_none(string arguments, string line) =>
        (await CafeProcess.RunAsync(_folder, arguments.Split(' '))).ShouldBe((2, "", line));

    public void Dispose() => _folder.Dispose();

    private CafeProcess Node(string file, string role, string data, params string[] more) => CafeProcess.Start(
        _folder, ["node", file, "--role", role, "--port", "0", "--http-port", "0", "--data", data, "--log-level", "error", .. more]);

    private static async Task<string> AddressAsync(CafeProcess node) =>
        (await node.FirstLineAsync()).Split(' ').Single(word => word.StartsWith("akka.", StringComparison.Ordinal)).Split('@')[1].TrimEnd(',');
}
