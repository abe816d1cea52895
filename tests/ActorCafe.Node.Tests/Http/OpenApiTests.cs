using System.Net;
using System.Text.RegularExpressions;
using ActorCafe.Cluster.Settings;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ActorCafe.Node.Tests.Http;

/// <summary>The description at <c>/openapi/v1.json</c>.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Guarded = ["/orders", "/orders/{id}", "/status"];

    [Theory]
    [InlineData(null)]
    [InlineData("beans-and-water")]
    public async Task It_is_valid_and_names_every_path_and_answer(string? apiKey)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: apiKey));
        var document = await DocumentAsync(node);
        var key = apiKey is null ? "" : " 401";

        Operations(document).Select(operation => $"{operation.Path}: {string.Join(' ', operation.Operation.Responses!.Keys.Order(StringComparer.Ordinal))}").ShouldBe(
        [
            "/live: 200 408 503",
            "/ready: 200 408 503",
            $"/orders: 200 202 400{key} 408 409 413 415 503 504",
            $"/orders/{{id}}: 200{key} 404 408 503 504",
            $"/status: 200{key} 408 503",
        ]);
        document.Components!.Schemas!["OrderAnswer"].Properties!.Keys.ShouldBe(["id", "state", "drink", "customer", "machine", "acceptedAt", "servedAt"]);
    }

    [Fact]
    public async Task A_node_that_is_no_front_describes_its_probes_alone()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(NodeRole.Machine));

        (await DocumentAsync(node)).Paths.Keys.ShouldBe(["/live", "/ready"]);
    }

    [Fact]
    public async Task A_configured_key_is_declared_and_required_for_orders_and_status_alone()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: "beans-and-water"));
        var document = await DocumentAsync(node);

        var scheme = document.Components!.SecuritySchemes!.ShouldHaveSingleItem();
        (scheme.Value.Type, scheme.Value.In, scheme.Value.Name).ShouldBe((SecuritySchemeType.ApiKey, ParameterLocation.Header, "X-Api-Key"));
        foreach (var (path, operation) in Operations(document))
        {
            (operation.Security ?? []).SelectMany(requirement => requirement.Keys).Select(required => required.Reference.Id)
                .ShouldBe(Guarded.Contains(path) ? [scheme.Key] : [], path);
        }
    }

    [Fact]
    public async Task Without_a_key_none_is_mentioned()
    {
        await using var node = await RunningNode.StartAsync();
        var document = await DocumentAsync(node);

        (document.Components!.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>()).ShouldBeEmpty();
        Operations(document).ShouldAllBe(operation => operation.Operation.Security == null);
    }

    [Fact]
    public async Task Counts_are_whole_numbers_of_64_bits_and_never_texts()
    {
        await using var node = await RunningNode.StartAsync();
        var schemas = (await DocumentAsync(node)).Components!.Schemas!;

        foreach (var count in schemas["OrderCountsAnswer"].Properties!.Values.Append(schemas["MachineAnswer"].Properties!["served"]))
        {
            (count.Type, count.Format, count.Pattern).ShouldBe((JsonSchemaType.Integer, "int64", null));
        }
    }

    [Theory]
    [InlineData("A-Z.a_z:0-9", true)]
    [InlineData("...", true)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    public async Task An_id_is_described_as_it_is_checked(string id, bool isAccepted)
    {
        await using var node = await RunningNode.StartAsync();
        var document = await DocumentAsync(node);
        var parameter = Operations(document).Single(operation => operation.Path == "/orders/{id}").Operation.Parameters!.ShouldHaveSingleItem().Schema!;
        var field = document.Components!.Schemas!["OrderRequest"].Properties!["id"];

        foreach (var schema in new[] { parameter, field })
        {
            (schema.MinLength, schema.MaxLength).ShouldBe((1, 128));
            Regex.IsMatch(id, schema.Pattern!).ShouldBe(isAccepted);
        }

        (await node.PlaceAsync($$"""{"id": "{{id}}", "drink": "coffee"}""")).StatusCode.ShouldBe(isAccepted ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest);
        document.Components.Schemas["OrderRequest"].AdditionalPropertiesAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task The_probes_answer_in_plain_text()
    {
        await using var node = await RunningNode.StartAsync();
        var document = await DocumentAsync(node);

        foreach (var (_, probe) in Operations(document).Where(operation => !Guarded.Contains(operation.Path)))
        {
            probe.Responses!["200"].Content!.Keys.ShouldBe(["text/plain"]);
            probe.Responses["503"].Content!.Keys.ShouldBe(["text/plain"]);
        }
    }

    private static async Task<OpenApiDocument> DocumentAsync(RunningNode node)
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await node.Client.GetStringAsync("/openapi/v1.json"), OpenApiConstants.Json);
        (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []).ShouldBeEmpty();
        return document.ShouldNotBeNull();
    }

    private static IEnumerable<(string Path, OpenApiOperation Operation)> Operations(OpenApiDocument document) =>
        document.Paths.SelectMany(path => path.Value.Operations!.Values.Select(operation => (path.Key, operation)));
}
