using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Docs;

public sealed partial class ContributingTests
{
    [Fact]
    public void Every_file_that_a_recipe_names_is_there()
    {
        var named = Paths().Matches(File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"))).Select(match => match.Groups["path"].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
    }

    [Fact]
    public void A_recipe_is_shorter_than_ten_lines()
    {
        var recipes = Repository.Lines("CONTRIBUTING.md").SkipWhile(line => !line.StartsWith("## Add ", StringComparison.Ordinal)).ToList();
        foreach (var recipe in string.Join('\n', recipes).Split("## Add ", StringSplitOptions.RemoveEmptyEntries))
        {
            recipe.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Count().ShouldBeLessThan(10, recipe);
        }
    }

    [GeneratedRegex("`(?<path>(src|tests|hocon|docs|\\.ci)[/\\w.-]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Paths();
}
