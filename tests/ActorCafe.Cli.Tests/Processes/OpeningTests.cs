using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>A recorded day by the clock, from the shell.</summary>
public sealed class OpeningTests : IDisposable
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(7);

    private static readonly string[] Recorded = ["--set", "cafe.customers.arrivals.process=trace"];

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_same_customers_hours_later_have_the_same_result_but_for_the_time_of_opening()
    {
        WriteRush("early.csv", TimeSpan.Zero);
        WriteRush("late.csv", Later);

        var early = await ResultAsync("early.csv", "--csv", "early-rows.csv");
        var late = await ResultAsync("late.csv", "--csv", "late-rows.csv");

        ((double?)early["opened"]).ShouldBe(90);
        ((double?)late["opened"]).ShouldBe(90 + Later.TotalSeconds);
        foreach (var result in new[] { early, late })
        {
            result.Remove("opened");
            result.Remove("wallSeconds");
        }

        late.ToJsonString().ShouldBe(early.ToJsonString());
        Placed("late-rows.csv").ShouldBe(Placed("early-rows.csv").Select(seconds => seconds + (decimal)Later.TotalSeconds));
    }

    [Fact]
    public async Task Speed_up_counts_from_opening()
    {
        WriteRush("late.csv", Later);

        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, ["compare", .. Recorded, "--set", "cafe.customers.arrivals.file=late.csv"]);

        (exitCode, errors).ShouldBe((0, ""));
        // From the first customer until the last order is served: solo 12h 12m, more-machines 3h 19m.
        output.Split('\n').ShouldContain("speed-up               1.00x      1.98x    2.33x         2.36x         3.67x");
    }

    [Fact]
    public async Task Paced_time_opens_at_once_and_gives_the_same_result()
    {
        File.WriteAllText(_folder.File("day.csv"), "time,customer,drink\n08:00:00,anna,coffee\n08:00:10,ben,coffee\n");

        var inVirtualTime = await ResultAsync("day.csv");
        // Eight hours would be 48 minutes.
        var paced = await ResultAsync("day.csv", "--set", "cafe.clock.mode=paced", "--set", "cafe.clock.time-scale=600");

        foreach (var result in new[] { inVirtualTime, paced })
        {
            result.Remove("clock");
            result.Remove("wallSeconds");
        }

        paced.ToJsonString().ShouldBe(inVirtualTime.ToJsonString());
    }

    [Theory]
    [InlineData("cafe.customers.opens-at=9h", "--set: cafe.customers.opens-at: the first customer of the trace comes at 08:00:00, before opening at 09:00:00; write an earlier time, or auto\n")]
    [InlineData("cafe.customers.until=1h", "--set: cafe.customers.until: 01:00:00 is not after opening at 08:00:00; write a later time of the shop's clock, or unlimited\n")]
    public async Task Times_that_contradict_opening_are_refused_in_one_line(string setting, string message)
    {
        File.WriteAllText(_folder.File("day.csv"), "time,customer,drink\n08:00:00,anna,coffee\n");

        (await CafeProcess.RunAsync(_folder, ["check", .. Recorded, "--set", "cafe.customers.arrivals.file=day.csv", "--set", setting])).ShouldBe((2, "", message));
    }

    [Fact]
    public async Task Tables_and_watch_show_the_time_of_day()
    {
        var (_, check, _) = await CafeProcess.RunAsync(_folder, "check", "--set", "cafe.customers.opens-at=8h");
        check.ShouldContain("customers: one every 40.0s on average; opens at 8:00:00; 200 orders");

        // So fast that a line stands for two hours.
        var (_, watched, _) = await CafeProcess.RunAsync(
            _folder, "watch", "--orders", "3", "--set", "cafe.customers.opens-at=8h", "--set", "cafe.clock.time-scale=3000");
        watched.ShouldStartWith("8:00:00 0 served");
        watched.ShouldContain("(seed 1, opened at 8:00:00)");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonObject> ResultAsync(string trace, params string[] options)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, ["run", .. Recorded, "--set", $"cafe.customers.arrivals.file={trace}", "--quiet", "--json", "-", .. options]);
        (exitCode, errors).ShouldBe((0, ""));
        return JsonNode.Parse(output)!.AsObject();
    }

    /// <summary>Writes the recorded morning, so much later.</summary>
    private void WriteRush(string name, TimeSpan later)
    {
        var rows = Configuration.ShopFiles.EmbeddedText("orders/morning-rush.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        File.WriteAllLines(_folder.File(name), rows.Select((row, at) => at == 0 ? row
            : $"{TimeSpan.Parse(row[..8], CultureInfo.InvariantCulture) + later:hh\\:mm\\:ss}{row[8..]}"));
    }

    private IEnumerable<decimal> Placed(string file) =>
        File.ReadLines(_folder.File(file)).Skip(1).Select(row => decimal.Parse(row.Split(',')[3], CultureInfo.InvariantCulture));
}
