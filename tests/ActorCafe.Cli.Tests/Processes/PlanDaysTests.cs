using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Staff plans from a folder of recorded days, seen from the shell. Serving takes a minute, so two customers at once need two waiters.</summary>
public sealed class PlanDaysTests : IDisposable
{
    private const string Shop = """
        cafe {
          name = kiosk
          step.serve.service = 60s
          menu { tea { steps = [serve] } }
          stages = [counter]
          stage.counter { worker = waiter, performs = [serve] }
          cost { counter = 10 }
          customers { opens-at = "10:00:00", until = "11:00:00", arrivals { process = trace, file = "kiosk/2024-04-05.csv" } }
        }
        akka.actor.deployment { /cafe/counter { router = shared-queue-pool, nr-of-instances = 1 } }
        """;

    private readonly TempFolder _folder = new();

    public PlanDaysTests()
    {
        File.WriteAllText(_folder.File("kiosk.conf"), Shop);
        Directory.CreateDirectory(_folder.File("kiosk"));
        Write("2024-04-01.csv", "08:30:00", "09:30:00", "09:30:00", "11:30:00");
        Write("2024-04-08.csv", "08:30:00", "08:30:00", "09:10:00");
        Write("2024-04-05.csv", "10:10:00", "10:20:00");
    }

    [Fact]
    public async Task Each_weekday_has_a_schedule_that_can_be_pasted_and_run()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "plan", "--days", "kiosk/", "--target", "max < 61s", "--json", "week.json");

        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldAllBe(line => line.StartsWith("  cafe.") || line.Length <= 80);
        output.ShouldContain("8 to 9     2");
        output.ShouldContain("10 to 11   1   1");
        output.ShouldContain("It costs 70.0 per week.");
        output.ShouldContain("Only one day was recorded for Friday: that is too few to say how another one\nwill go.");
        output.ShouldContain("No day was recorded for Tuesday, Wednesday, Thursday, Saturday and Sunday");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("week.json")));
        json.RootElement.GetProperty("costPerWeek").GetDouble().ShouldBe(70);
        var monday = json.RootElement.GetProperty("weekdays")[0];
        monday.GetProperty("weekday").GetString().ShouldBe("Monday");
        monday.GetProperty("days").EnumerateArray().Select(day => day.GetString()).ShouldBe(["2024-04-01", "2024-04-08"]);
        monday.GetProperty("schedule")[0].GetProperty("workers").EnumerateArray().Select(count => count.GetInt32()).Skip(8).Take(4).ShouldBe([2, 2, 1, 1]);

        File.WriteAllText(_folder.File("monday.conf"), monday.GetProperty("hocon").GetString());
        var run = await CafeProcess.RunAsync(
            _folder, "run", "kiosk.conf", "monday.conf", "--set", "cafe.customers.arrivals.file=\"kiosk/2024-04-08.csv\"", "--set", "cafe.customers.opens-at=8h", "--quiet", "--json", "-");
        using var result = JsonDocument.Parse(run.Output);
        result.RootElement.GetProperty("responseTime").GetProperty("max").GetDouble().ShouldBe(60);
    }

    [Fact]
    public async Task The_shop_s_file_may_stand_before_the_days_or_after_them_or_be_the_one_beside_the_folder()
    {
        string[] target = ["--target", "max < 61s", "--quiet", "--json", "-"];
        var before = await CafeProcess.RunAsync(_folder, ["plan", "kiosk.conf", "--days", "kiosk", .. target]);
        var after = await CafeProcess.RunAsync(_folder, ["plan", "--days", "kiosk/", "kiosk.conf", .. target]);
        var beside = await CafeProcess.RunAsync(_folder, ["plan", "--days", "kiosk/", .. target]);

        before.Errors.ShouldBe("");
        (after.Output, beside.Output).ShouldBe((before.Output, before.Output));
    }

    [Fact]
    public async Task A_shortest_shift_holds_for_every_weekday()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "plan", "--days", "kiosk/", "--target", "max < 61s", "--set", "cafe.plan.shift.at-least=3h", "--quiet", "--json", "-");

        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("weekdays")[0].GetProperty("schedule")[0].GetProperty("workers").EnumerateArray().Select(count => count.GetInt32()).Skip(8).Take(4).ShouldBe([2, 2, 2, 1]);
    }

    [Fact]
    public async Task What_cannot_be_used_is_left_out_in_a_line_each()
    {
        Write("2024-02-30.csv", "08:30:00");
        File.WriteAllText(_folder.File("kiosk/2024-04-02.csv"), "time,customer,drink\n08:00:00,1,tea\n09:00:00,2,cocoa\n");
        File.WriteAllText(_folder.File("kiosk/notes.txt"), "closed on Sundays\n");
        File.WriteAllText(_folder.File("kiosk/2024-04-03.csv"), "time,customer,drink\n");

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "plan", "--days", "kiosk/", "--target", "max < 61s", "--quiet", "--json", "-");

        exitCode.ShouldBe(0);
        string[] lines =
        [
            "left out: kiosk/2024-02-30.csv: file: there is no date 2024-02-30; a trace is named 2024-03-01.csv, year first",
            "left out: kiosk/2024-04-02.csv: line 3: 'cocoa' is not on the menu; ",
            "left out: kiosk/2024-04-03.csv: line 2: the trace has no rows; ",
            "left out: kiosk/notes.txt: file: its name does not end in .csv; a trace is named 2024-03-01.csv",
        ];
        errors.TrimEnd().Split('\n').Zip(lines).ShouldAllBe(pair => pair.First.StartsWith(pair.Second));
        errors.Count(sign => sign == '\n').ShouldBe(4);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("leftOut").GetArrayLength().ShouldBe(4);
        json.RootElement.GetProperty("weekdays").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_day_without_a_date_is_a_plan_of_its_own()
    {
        Directory.CreateDirectory(_folder.File("till"));
        File.WriteAllText(_folder.File("till/day.csv"), "time,customer,drink\n08:00:00,1,tea\n09:00:00,2,tea\n");

        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "plan", "kiosk.conf", "--days", "till", "--target", "max < 61s");

        exitCode.ShouldBe(0);
        output.ShouldContain("counter day");
        output.ShouldContain("It costs 20.0 in all.");
        output.ShouldContain("  # no date");
    }

    [Theory]
    [InlineData("none", "--days: none: there is no none.conf beside it; name the shop's file: actorcafe plan FILE --days none")]
    [InlineData("none kiosk.conf", "--days: none: there is no such folder; name a folder of traces, one for each day, as actorcafe import writes it")]
    [InlineData("kiosk.conf kiosk.conf", "--days: kiosk.conf: it is a file, not a folder; name a folder of traces, one for each day, as actorcafe import writes it")]
    [InlineData("empty kiosk.conf", "--days: empty: it is empty; name a folder of traces, one for each day, as actorcafe import writes it")]
    [InlineData("kiosk --set cafe.plan.shift.at-least=4", "--set: cafe.plan.shift.at-least: 4 has no unit; ")]
    [InlineData("kiosk --set cafe.plan.shift.atleast=4h", "--set: cafe.plan.shift.atleast: unknown key; ")]
    public async Task Wrong_input_is_one_line(string arguments, string line)
    {
        Directory.CreateDirectory(_folder.File("empty"));

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, ["plan", "--target", "max < 61s", "--days", .. arguments.Split(' ')]);

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldStartWith(line);
        errors.Count(sign => sign == '\n').ShouldBe(1);
    }

    [PseudoTerminalFact]
    public async Task A_terminal_shows_how_far_it_is_and_the_time_left()
    {
        using var terminal = PseudoTerminal.Start(_folder, "TERM=xterm LANG=C.UTF-8", "plan --target \"p95 < 6m\"");

        // The bar has a share and a time left.
        await terminal.ShowsAsync("%");
        await terminal.ShowsAsync(":");

        (await terminal.EndAsync()).ExitCode.ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, params string[] times) =>
        File.WriteAllText(_folder.File(Path.Combine("kiosk", name)), $"time,customer,drink\n{string.Concat(times.Select((time, at) => $"{time},{at + 1},tea\n"))}");
}
