using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Shops that are no café are not described in a café's words, except in names of their own.</summary>
public sealed partial class ExampleShopWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("clinic", "reception")]
    [InlineData("call-centre", "calls")]
    [InlineData("kitchen", "pass")]
    [InlineData("build-queue", "upload", "machines")]
    public async Task No_command_names_what_only_a_cafe_has(string shop, string stage, params string[] own)
    {
        var file = $"{shop}.conf";
        string[][] commands =
        [
            ["new", "--from", shop],
            ["check", file],
            ["theory", file],
            ["run", file, "--lanes", "--one-more", "--theory", "--orders", "30"],
            ["run", file, "--replications", "3", "--orders", "30"],
            ["compare", file, "--variant", $"{stage}=2", "--lanes", "--theory", "--orders", "30"],
            ["sweep", file, "--vary", $"{stage}=1..2", "--orders", "30"],
            ["sweep", file],
            ["sweep", file, "--vary", stage],
            ["plan", file],
            ["plan", file, "--target", "p95"],
            ["plan", file, "--target", "wait < 1m"],
            ["run", file, "--set", "cafe.stages=1"],
            ["run", file, "--set", "cafe.stages=[]"],
            ["run", file, "--set", "cafe.menu=null"],
            ["run", file, "--set", $"cafe.stage.{stage}=null"],
            ["run", file, "--set", $"cafe.stage.{stage}.worker=[]"],
            ["run", file, "--set", $"cafe.stage.{stage}.performs=[]"],
            ["run", file, "--pool", stage],
        ];

        var said = new List<string>();
        foreach (var command in commands)
        {
            var (_, output, errors) = await CafeProcess.RunAsync(_folder, command);
            said.AddRange($"{output}{errors}".Split('\n').Select(line => $"{string.Join(' ', command)}: {line}"));
        }

        said.Where(line => CafeWords().Matches(line).Any(word => !own.Contains(word.Value))).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"\b(coffees?|espresso|cups?|baristas?|waiters?|grind\w*|brew\w*|machines?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CafeWords();
}
