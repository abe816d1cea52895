namespace ActorCafe.Cli.Tests.Docs;

/// <summary>The Python program in the documentation reads what the command above it writes.</summary>
public sealed class PythonProgramTests
{
    private const string Page = "docs/library.md";

    [PythonFact]
    public async Task The_program_reads_the_files_of_the_command_above_it()
    {
        var lines = Repository.Lines(Page);
        var start = Array.IndexOf(lines, "```python") + 1;
        var end = Array.IndexOf(lines, "```", start);
        var shown = lines[(end + 3)..Array.IndexOf(lines, "```", end + 3)];
        var command = DocumentedCommand.All.Last(command => command.Page == Page && command.Line < start);
        using var folder = new TempFolder();
        Repository.CopyShops(folder);
        folder.Write("read.py", string.Join('\n', lines[start..end]));

        var (exitCode, output, errors) = await DocumentationShell.RunAsync(folder.Path, new(Page, start, "python3 read.py", [command.Text], shown));

        exitCode.ShouldBe(0, errors);
        ShownOutput.Is(shown, output).ShouldBeTrue(output);
    }
}
