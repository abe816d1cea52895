namespace ActorCafe.Cli.Tests.Docs;

public sealed class ShownOutputTests
{
    [Theory]
    [InlineData("a|b|c", true)]
    [InlineData("a|b", false)]
    [InlineData("b|c", false)]
    [InlineData("a|b|x", false)]
    [InlineData("a|b|c|d", false)]
    [InlineData("a|...", true)]
    [InlineData("...|c", true)]
    [InlineData("...|b|...", true)]
    [InlineData("a|...|c", true)]
    [InlineData("...|c|...|b|...", false)]
    [InlineData("...|b", false)]
    [InlineData("a|b|c|...|c", false)]
    public void Every_line_is_shown_or_marked_as_left_out(string shown, bool isShown) =>
        ShownOutput.Is(shown.Split('|'), "a  \nb\nc\n").ShouldBe(isShown);

    [Fact]
    public void Commands_and_outputs_are_found_where_they_stand()
    {
        const string page = """
            Words
            ```
            actorcafe run \
              --seed 2
            ```

            ```
            out
            ```
            ```hocon
            actorcafe no
            ```
            ```
            curl a
            curl b   # c
            ```
            words
            ```
            no output
            ```
            """;

        var commands = DocumentedCommand.Of("a.md", page.Split('\n'));

        commands.Select(command => (command.Line, command.Text, command.Before.Count, Output: string.Join('|', command.Output ?? ["-"]))).ShouldBe(
        [
            (3, "actorcafe run \\\n  --seed 2", 0, "out"),
            (14, "curl a", 0, "-"),
            (15, "curl b   # c", 1, "-"),
        ]);
    }
}
