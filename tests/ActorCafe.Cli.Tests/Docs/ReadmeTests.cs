using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorCafe.Cli.Tests.Docs;

/// <summary>What the README says is what the program does.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Text = Repository.Lines("README.md");

    [Fact]
    public void It_is_short() => Text.Length.ShouldBeLessThan(150);

    [Fact]
    public async Task Its_table_is_what_compare_measures()
    {
        using var folder = new TempFolder();

        var measured = JsonNode.Parse(await OutputOfAsync(folder, "actorcafe compare --quiet --json -"))!.AsArray();

        Text.SkipWhile(line => !line.StartsWith("| shop |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .ShouldBe(measured.Select(shop => Row(shop!)));
    }

    [Fact]
    public async Task Its_change_of_a_pool_is_a_shop_file()
    {
        using var folder = new TempFolder();
        Repository.CopyShops(folder);
        await File.WriteAllLinesAsync(folder.File("two-grinders.conf"), Text.SkipWhile(line => line != "```hocon").Skip(1).TakeWhile(line => line != "```"));

        var changed = JsonNode.Parse(await OutputOfAsync(folder, "actorcafe run two-grinders.conf --quiet --json -"))!;

        Of(changed, "capacityPerHour").ShouldBe(80);
    }

    private static async Task<string> OutputOfAsync(TempFolder folder, string command)
    {
        var (exitCode, output, errors) = await DocumentationShell.RunAsync(folder.Path, new DocumentedCommand("README.md", 1, command, [], null));
        exitCode.ShouldBe(0, errors);
        return output;
    }

    private static string Row(JsonNode shop)
    {
        var staff = shop["stages"]!.AsArray().Select(stage => (int)stage!["workers"]! is var workers and > 1 ? $"{workers} {stage["name"]}s" : $"1 {stage["name"]}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {shop["shop"]} | {string.Join(", ", staff)} | {Short(Of(shop["concurrency"]!, "mean"))} | {Short(Of(shop["parallelism"]!, "mean"))} | {Of(shop, "capacityPerHour"):F1} |");
    }

    private static string Short(double value) => value.ToString(value < 10 ? "F2" : "F1", CultureInfo.InvariantCulture);

    private static double Of(JsonNode shop, string field) => (double)shop[field]!;
}
