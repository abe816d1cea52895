using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary><c>watch</c> with and without a terminal.</summary>
public sealed class WatchTests : IDisposable
{
    private const string ShowCursor = "\u001b[?25h";
    private const string HideCursor = "\u001b[?25l";
    private const string ForDays = "watch --orders 1000000 --set cafe.clock.time-scale=60";

    private readonly TempFolder _folder = new();

    [PseudoTerminalFact]
    public async Task Keys_add_workers_change_the_pace_and_end_it()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=xterm LANG=C.UTF-8", ForDays);
        await terminal.ShowsAsync("> 1 waiter");
        await terminal.PressAsync(PseudoTerminal.Down);
        await terminal.ShowsAsync("> 2 grinder");
        await terminal.PressAsync("+");
        await terminal.ShowsAsync("grinder: 2 workers from now on");
        await terminal.PressAsync(">");
        await terminal.ShowsAsync("120x real time");
        await terminal.PressAsync(" ");
        await terminal.ShowsAsync("paused");
        await terminal.PressAsync("q");

        var (exitCode, shown) = await terminal.EndAsync();
        exitCode.ShouldBe(130);
        shown.LastIndexOf(ShowCursor, StringComparison.Ordinal).ShouldBeGreaterThan(shown.LastIndexOf(HideCursor, StringComparison.Ordinal));
        var table = shown[shown.LastIndexOf(ShowCursor, StringComparison.Ordinal)..];
        table.ShouldContain("grinder       2");
        table.ShouldContain("Stopped early");
        table.ShouldContain("capacity       80.0 per hour", customMessage: "that of the last pools");
        table.ShouldContain("To open with the last pools, add --pool grinder=2.");
    }

    [PseudoTerminalFact]
    public async Task Ctrl_C_leaves_a_cursor_to_be_seen()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=xterm", ForDays);
        await terminal.ShowsAsync("> 1 waiter");
        await terminal.PressAsync(PseudoTerminal.CtrlC);

        var (exitCode, shown) = await terminal.EndAsync();
        exitCode.ShouldBe(130);
        shown.LastIndexOf(ShowCursor, StringComparison.Ordinal).ShouldBeGreaterThan(shown.LastIndexOf(HideCursor, StringComparison.Ordinal));
        shown.ShouldContain("Stopped early");
    }

    [PseudoTerminalFact]
    public async Task Ctrl_Z_gives_the_terminal_back_and_the_shop_stands_still()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=xterm", ForDays, whenStopped: "echo left; stty -a; sleep 2; echo back; fg");
        await terminal.ShowsAsync("> 1 waiter");
        await terminal.PressAsync(PseudoTerminal.CtrlZ);
        await terminal.ShowsAsync("back");
        await terminal.PressAsync("+");
        await terminal.ShowsAsync("waiter: 2 workers from now on");
        await terminal.PressAsync(PseudoTerminal.CtrlC);

        var (exitCode, shown) = await terminal.EndAsync();
        exitCode.ShouldBe(130);
        var (left, back) = (shown.IndexOf("left\r\n", StringComparison.Ordinal), shown.IndexOf("back\r\n", StringComparison.Ordinal));
        shown.LastIndexOf(ShowCursor, left, StringComparison.Ordinal).ShouldBeGreaterThan(shown.LastIndexOf(HideCursor, left, StringComparison.Ordinal));
        shown[left..back].ShouldContain(" echo ");
        shown[left..back].ShouldContain(" icanon ");
        shown[back..].ShouldContain(HideCursor);
        Clocks(shown[back..])[0].ShouldBe(Clocks(shown[..left])[^1]);
    }

    [PseudoTerminalFact]
    public async Task Ctrl_Z_stops_nothing_where_no_shell_could_let_it_go_on()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=xterm", ForDays);
        await terminal.ShowsAsync("> 1 waiter");
        await terminal.PressAsync(PseudoTerminal.CtrlZ);
        await terminal.ShowsAsync(ShowCursor);
        await terminal.PressAsync("+");
        await terminal.ShowsAsync("waiter: 2 workers from now on");
        await terminal.PressAsync(PseudoTerminal.CtrlC);
        (await terminal.EndAsync()).ExitCode.ShouldBe(130);
    }

    [PseudoTerminalFact]
    public async Task A_terminal_that_cannot_draw_gets_lines()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=dumb", ForDays);
        await terminal.ShowsAsync("0:00:00 0 served; waiter 0 waiting, ");
        await terminal.PressAsync(PseudoTerminal.CtrlC);

        var (exitCode, shown) = await terminal.EndAsync();
        exitCode.ShouldBe(130);
        shown.ShouldNotContain('\u001b');
        shown.ShouldContain("Stopped early");
    }

    [Fact]
    public async Task Into_a_pipe_go_lines_and_the_ordinary_table()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "watch", "--orders", "20", "--set", "cafe.clock.time-scale=36000", "--set", "cafe.clock.mode=real");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldStartWith("0:00:00 0 served; waiter 0 waiting, ");
        var run = await CafeProcess.RunAsync(_folder, "run", "--orders", "20");
        Table(output).ShouldBe(Table(run.Output), "paced time makes the same run");
    }

    [Fact]
    public async Task Bad_input_is_one_line_and_nothing_is_started()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "watch", "--pool", "roaster=2");
        exitCode.ShouldBe(2);
        output.ShouldBe("");
        errors.Count(sign => sign == '\n').ShouldBe(1);
        errors.ShouldStartWith("--pool: ");
    }

    public void Dispose() => _folder.Dispose();

    private static List<TimeSpan> Clocks(string shown) =>
        [.. Regex.Matches(shown, @"pipeline (\d+:\d\d:\d\d) ").Select(match => TimeSpan.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    private static string Table(string output) =>
        output[output.IndexOf("pipeline: 20 orders", StringComparison.Ordinal)..output.IndexOf("Little's law", StringComparison.Ordinal)];
}
