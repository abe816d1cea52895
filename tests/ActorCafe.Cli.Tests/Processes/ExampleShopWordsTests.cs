using System.Text.RegularExpressions;
using ActorCafe.Cli.Tests.Docs;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Shops that are no café are not described in a café's words, except in names of their own.</summary>
public sealed partial class ExampleShopWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("clinic")]
    [InlineData("call-centre")]
    [InlineData("kitchen")]
    [InlineData("build-queue")]
    public async Task No_table_or_sentence_names_what_only_a_cafe_has(string shop)
    {
        foreach (var command in (string[][])[["check"], ["theory"], ["run", "--lanes", "--theory", "--orders", "20"]])
        {
            await RunAsync([command[0], FileOf(shop), .. command[1..]]);
        }
    }

    [Fact]
    public Task A_comparison_of_shops_without_machines_does_not_count_them() =>
        RunAsync("compare", FileOf("call-centre"), "--variant", "calls=2", "--lanes", "--orders", "20");

    [Theory]
    [InlineData("sweep")]
    [InlineData("sweep --vary triage")]
    [InlineData("plan")]
    [InlineData("plan --target p95")]
    [InlineData("plan --target wait<1m")]
    [InlineData("run --pool triage")]
    [InlineData("run --set cafe.stages=1")]
    [InlineData("run --set cafe.stages=[]")]
    [InlineData("run --set cafe.menu=null")]
    [InlineData("run --set cafe.menu.emergency.steps=null")]
    [InlineData("run --set cafe.stage.triage=null")]
    [InlineData("run --set cafe.stage.triage.worker=[]")]
    [InlineData("run --set cafe.stage.triage.performs=null")]
    public async Task No_error_names_what_only_a_cafe_has(string arguments)
    {
        var told = new StringWriter();
        string[] words = arguments.Split(' ');

        (await CommandLine.RunAsync([words[0], FileOf("clinic"), .. words[1..]], told)).ShouldBe(2);

        WordsOfACafe(told.ToString().Replace(FileOf("clinic"), "", StringComparison.Ordinal)).ShouldBeEmpty(told.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(params string[] command)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, command);

        (exitCode, errors).ShouldBe((0, ""));
        WordsOfACafe(output.Replace(command[1], "", StringComparison.Ordinal)).ShouldBeEmpty(output);
    }

    private static string FileOf(string shop) => Path.Combine(Repository.Root, "hocon", "examples", $"{shop}.conf");

    private static IEnumerable<string> WordsOfACafe(string text) => CafeWords().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"\b(coffees?|espresso|cups?|baristas?|waiters?|grind\w*|brew\w*|machines?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CafeWords();
}
