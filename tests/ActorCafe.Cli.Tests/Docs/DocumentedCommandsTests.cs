namespace ActorCafe.Cli.Tests.Docs;

/// <summary>The commands in the documentation work and print the output shown below them.</summary>
public sealed class DocumentedCommandsTests
{
    /// <summary>Prefixes of commands that are not run here, and why.</summary>
    private static readonly (string Beginning, string Reason)[] NotRun =
    [
        ("dotnet test ", "it is this"),
        ("dotnet add package ", "it needs a project; the tests of the packages use them in one"),
        ("dotnet run -c Release --project tests/ActorCafe.Benchmarks ", "minutes of measuring; its figures are those of a machine and a day"),
        ("dotnet run -c Release --project tests/ActorCafe.Film ", "it writes into the repository; a test of the floor makes the end of its film"),
        ("actorcafe watch ", "it is for a terminal; its own tests press the keys"),
        ("actorcafe floor", "it lasts until Ctrl-C; its own tests look at it"),
        ("actorcafe plan hocon/examples/clinic.conf ", "a minute of computing, and more on a busy machine"),
        ("docker ", "it needs a docker engine"),
        ("curl ", "it needs a running front"),
        ("actorcafe cluster ", "it lasts until Ctrl-C, or measures in real time; its own tests play it"),
        ("actorcafe sweep shop.conf --seed-node ", "it needs a running cluster; its own tests play it"),
        ("actorcafe node ", "it lasts until Ctrl-C; its own tests play it"),
    ];

    public static TheoryData<string, int> Commands
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var command in DocumentedCommand.All.Where(IsRun))
            {
                data.Add(command.Page, command.Line);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_prints_what_is_shown(string page, int line)
    {
        var command = DocumentedCommand.All.Single(command => command.Page == page && command.Line == line);
        command = command with { Before = [.. command.Before.Where(IsRun)] };
        using var folder = new TempFolder();
        Repository.CopyShops(folder);

        var (exitCode, output, errors) = await DocumentationShell.RunAsync(folder.Path, command);

        exitCode.ShouldBe(0, $"{command}\n{errors}");
        if (command.Output is { } shown)
        {
            ShownOutput.Is(shown, output).ShouldBeTrue($"{command}\nprinted\n{output}{errors}");
        }
    }

    [Fact]
    public void What_is_not_run_is_still_documented() =>
        NotRun.Where(left => !DocumentedCommand.All.Any(command => command.Text.StartsWith(left.Beginning, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Every_lesson_ends_in_a_question_with_its_measured_answer()
    {
        var lessons = Repository.Pages.Where(page => page.StartsWith("docs/lessons/", StringComparison.Ordinal) && !page.EndsWith("README.md", StringComparison.Ordinal)).ToList();
        lessons.Count.ShouldBe(6);
        foreach (var lesson in lessons)
        {
            var lines = Repository.Lines(lesson);
            lines.Count(line => line.StartsWith("**Question.**", StringComparison.Ordinal)).ShouldBe(1, lesson);
            var answer = Array.IndexOf(lines, "<details><summary>Answer</summary>") + 1;
            answer.ShouldBeGreaterThan(0, lesson);
            DocumentedCommand.All.ShouldContain(command => command.Page == lesson && command.Line > answer && command.Output != null, lesson);
        }
    }

    private static bool IsRun(DocumentedCommand command) => IsRun(command.Text);

    private static bool IsRun(string command) => !NotRun.Any(left => command.StartsWith(left.Beginning, StringComparison.Ordinal));
}
