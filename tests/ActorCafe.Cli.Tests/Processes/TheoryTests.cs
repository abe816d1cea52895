using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Predictions, seen from the shell.</summary>
public sealed class TheoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_default_shop_is_said_to_have_no_steady_state()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "theory");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldContain("90.0 orders per hour arrive at grinder, which can serve 60.0");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task The_published_cafe_stands_in_the_json()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(
            _folder, "theory", "--set", "cafe.customers.arrivals.mean=30s", "--set", "cafe.step.brew.service.mean=90s", "--pool", "grinder=3", "--pool", "machine=4", "--json", "-");
        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("responseTime").GetProperty("mean").GetDouble().ShouldBe(282.5157, 1e-4);
        json.RootElement.GetProperty("stages")[1].GetProperty("model").GetString().ShouldBe("M/M/3");
        json.RootElement.GetProperty("stages")[1].GetProperty("waitingTime").GetProperty("mean").GetDouble().ShouldBe(26.6667, 1e-4);
        json.RootElement.GetProperty("capacityPerHour").GetDouble().ShouldBe(160, 1e-9);
    }

    [Fact]
    public async Task Breakdowns_priorities_and_the_number_in_shop_stand_in_the_json()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder,
            "theory",
            "--set",
            "cafe.customers.arrivals.mean=120s",
            "--set",
            "cafe.menu.flat-white = { steps = [accept, grind, brew], share = 1, priority = 3 }",
            "--set",
            "cafe.stage.grinder.priority=preemptive",
            "--set",
            "cafe.stage.machine.breakdown = { up { distribution = exponential, mean = 10m }, repair { distribution = exponential, mean = 1m } }",
            "--json",
            "-");
        (exitCode, errors).ShouldBe((0, ""));
        using var json = JsonDocument.Parse(output);
        var (grinder, machine) = (json.RootElement.GetProperty("stages")[1], json.RootElement.GetProperty("stages")[2]);
        grinder.GetProperty("model").GetString().ShouldBe("M/M/1 preempts");
        grinder.GetProperty("ranks")[0].GetProperty("responseTime").GetProperty("mean").GetDouble().ShouldBe(80, 1e-9);
        grinder.GetProperty("interruptedTime").GetProperty("mean").GetDouble().ShouldBe(10, 1e-9);
        machine.GetProperty("down").GetDouble().ShouldBe(1.0 / 11, 1e-12);
        machine.GetProperty("interruptedTime").GetProperty("mean").GetDouble().ShouldBe(4.5, 1e-9);
        var number = json.RootElement.GetProperty("inShop");
        number.GetProperty("mean").GetDouble().ShouldBe(json.RootElement.GetProperty("responseTime").GetProperty("mean").GetDouble() / 120, 1e-9);
        number.GetProperty("probabilities").EnumerateArray().Sum(probability => probability.GetDouble()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public async Task Where_nothing_can_be_predicted_it_is_said_and_is_no_error()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "theory", "--set", "cafe.customers.arrivals.process=all-at-once");
        (exitCode, errors).ShouldBe((0, ""));
        output.ShouldContain("cafe.customers.arrivals.process =");
        output.ShouldContain("no formula");
    }

    [Fact]
    public async Task A_run_is_set_beside_its_prediction()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(
            _folder, "run", "--theory", "--pool", "grinder=2", "--pool", "machine=2", "--orders", "2000", "--json", "a.json");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldContain("theory beside simulation: pipeline\n");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("a.json")));
        var theory = json.RootElement.GetProperty("theory");
        theory.GetProperty("inShop").GetProperty("verdict").GetString().ShouldBe("no interval");
        theory.GetProperty("verdict").GetString().ShouldBeOneOf("agrees", "differs");
        theory.GetProperty("stages").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task An_overloaded_shop_is_warned_of_before_it_is_played()
    {
        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "run", "--theory", "--orders", "20");
        exitCode.ShouldBe(0);
        output.ShouldStartWith("pipeline has no steady state: 90.0 orders per hour arrive at grinder");
        output.ShouldContain("no interval");
    }

    [Fact]
    public async Task Compared_shops_are_set_beside_theirs()
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, "compare", "--theory", "--orders", "50", "--json", "five.json");
        errors.ShouldBe("");
        exitCode.ShouldBe(0);
        output.ShouldStartWith("solo has no steady state: ");
        output.ShouldContain("\n  time in shop ");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.File("five.json")));
        json.RootElement[4].GetProperty("theory").GetProperty("bottleneck").GetString().ShouldBe("grinder");
    }

    [Theory]
    [InlineData("theory missing.conf")]
    [InlineData("theory --pool grinder=0")]
    [InlineData("theory --json nowhere/a.json")]
    [InlineData("theory --replications 4")]
    public async Task Bad_input_is_one_line(string arguments)
    {
        var (exitCode, output, errors) = await CafeProcess.RunAsync(_folder, arguments.Split(' '));
        (exitCode, output).ShouldBe((2, ""));
        errors.Count(sign => sign == '\n').ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
