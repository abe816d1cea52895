namespace ActorCafe.Cli.Tests.Processes;

public sealed class NewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [PseudoTerminalFact]
    public async Task Five_answers_at_a_terminal_become_a_shop_for_which_the_suggested_commands_work()
    {
        using var terminal = PseudoTerminal.Start(_folder, "", "new");
        (string Question, string Answer)[] answers = [("1. What", "bake 2m"), ("2. How", ""), ("3. How", ""), ("4. When", "8-12"), ("5. What", "")];
        foreach (var (question, answer) in answers)
        {
            await terminal.ShowsAsync(question);
            await terminal.PressAsync($"{answer}\n");
        }

        var (exitCode, shown) = await terminal.EndAsync();

        exitCode.ShouldBe(0, shown);
        shown.ShouldContain("  actorcafe run shop.conf");
        shown.ShouldContain("  actorcafe plan shop.conf --target \"p95 < 8m\"");
        shown.ShouldContain("  actorcafe floor shop.conf");
        (await CafeProcess.RunAsync(_folder, "check", "shop.conf")).ShouldBe(
            (0, "shop: ok\n  bake: 2 workers for bake\n  customers: one every 1m 30s on average; opens at 8:00:00; until 12h 00m\n", ""));
        (await CafeProcess.RunAsync(_folder, "run", "shop.conf")).ExitCode.ShouldBe(0);
        (await CafeProcess.RunAsync(_folder, "plan", "shop.conf", "--target", "p95 < 8m")).Output.ShouldContain("It costs 45.0 per hour");
    }

    [PseudoTerminalFact]
    public async Task Ctrl_C_at_a_question_writes_nothing()
    {
        _folder.Write("shop.conf", "cafe.name = mine");
        using var terminal = PseudoTerminal.Start(_folder, "", "new");
        await terminal.ShowsAsync("shop-2.conf");
        await terminal.ShowsAsync("1. What");
        await terminal.PressAsync("\n");
        await terminal.ShowsAsync("2. How");
        await terminal.PressAsync(PseudoTerminal.CtrlC);

        (await terminal.EndAsync()).ExitCode.ShouldBe(130);
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBe([_folder.File("shop.conf")]);
    }

    [Fact]
    public async Task Where_nobody_can_answer_a_name_or_a_template_is_needed() =>
        (await CafeProcess.RunAsync(_folder, "new")).ShouldBe((2, "", "actorcafe: new: the five questions need a terminal; give a NAME, or --from with one of cafe, clinic, build-queue, call-centre, kitchen\n"));

    [Theory]
    [InlineData("cafe", "cafe")]
    [InlineData("clinic", "clinic")]
    [InlineData("build queue", "build-queue")]
    [InlineData("Call-Center", "call-centre")]
    [InlineData("kitchen", "kitchen")]
    public async Task A_template_is_written_under_its_own_name_and_runs(string from, string name)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "new", "--from", from);
        (exitCode, errors).ShouldBe((0, ""));
        output.ShouldStartWith($"{name}.conf is written. Try next:\n  actorcafe run {name}.conf\n");

        (await CafeProcess.RunAsync(_folder, "check", $"{name}.conf")).Output.ShouldStartWith($"{name}: ok\n");
        (await CafeProcess.RunAsync(_folder, "run", $"{name}.conf", "--quiet")).ShouldBe((0, "", ""));
    }

    [Fact]
    public async Task A_template_takes_the_name_it_is_given()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "new", "our clinic", "--from", "clinic");
        exitCode.ShouldBe(0);
        output.ShouldContain("  actorcafe run \"our clinic.conf\"\n");
        (await CafeProcess.RunAsync(_folder, "check", "our clinic.conf")).Output.ShouldStartWith("our clinic: ok\n");
    }

    [Fact]
    public async Task An_unknown_template_is_answered_with_those_there_are() =>
        (await CafeProcess.RunAsync(_folder, "new", "x", "--from", "garage")).ShouldBe(
            (2, "", "--from: garage: there is no such template; use one of cafe, clinic, build-queue, call-centre, kitchen\n"));

    public void Dispose() => _folder.Dispose();
}
