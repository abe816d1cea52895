using System.Text.Json;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>What people load, seen from the shell.</summary>
public sealed class InputTests : IDisposable
{
    private const string Shop = """
        cafe {
          step { work.service = 5s }
          menu { "Hot Chocolate".steps = [work], Grüntee.steps = [work] }
          stages = [Küche]
          stage.Küche.performs = [work]
          customers.arrivals { process = trace, file = "t.csv" }
        }
        akka.actor.deployment."/cafe/Küche" { router = shared-queue-pool, nr-of-instances = 1 }
        """;

    private readonly TempFolder _folder = new();

    public InputTests() => _folder.Write("shop.conf", Shop);

    [Fact]
    public async Task A_recorded_day_is_read_with_semicolons_more_columns_and_names_of_any_language()
    {
        _folder.Write("t.csv", "id;Time;drink;price;customer\n1;08:00:00;Hot Chocolate;3,10;Jürgen\n2;08:00:01;Grüntee;2,50;Åsa\n");

        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "run", "shop.conf", "--pool", "Küche=2", "--quiet", "--csv", "o.csv");

        (exitCode, errors).ShouldBe((0, ""));
        File.ReadAllText(_folder.File("o.csv")).ShouldBe("""
            order,customer,drink,placed,Küche.enqueued,Küche.started,Küche.finished,Küche.worker,served,left,outcome
            1,Jürgen,Hot Chocolate,28800.000000000,28800.000000000,28800.000000000,28805.000000000,Küche-1,28805.000000000,28805.000000000,served
            2,Åsa,Grüntee,28801.000000000,28801.000000000,28801.000000000,28806.000000000,Küche-2,28806.000000000,28806.000000000,served

            """);
    }

    [Theory]
    [InlineData("time,drink\n0,Grüntee\n", "t.csv: line 1: the header has no column customer, only 'time, drink'; write the columns time,customer,drink, or try actorcafe import")]
    [InlineData("time,customer,drink\n8:05,Åsa,Grüntee\n", "t.csv: line 2: '8:05' may be hours and minutes, or minutes and seconds; write seconds such as 90.5, or hh:mm:ss, or try actorcafe import")]
    public async Task What_is_wrong_with_a_recorded_day_is_one_line(string csv, string line)
    {
        _folder.Write("t.csv", csv);

        var (exitCode, _, errors) = await CafeProcess.RunAsync(_folder, "run", "shop.conf");

        (exitCode, errors.TrimEnd()).ShouldBe((2, line));
    }

    [Fact]
    public async Task A_day_that_has_its_end_is_not_cut_short_by_the_default_number_of_orders()
    {
        _folder.Write("day.conf", "cafe.customers { arrivals { process = hourly, rates = [60] }, until = 24h }\n");

        var (exitCode, output, _) = await CafeProcess.RunAsync(_folder, "run", "day.conf", "--quiet", "--json", "-");

        using var json = JsonDocument.Parse(output);
        exitCode.ShouldBe(0);

        // 24 h x 60 per hour = 1440 expected, standard deviation 38.
        json.RootElement.GetProperty("orders").GetProperty("arrived").GetInt32().ShouldBeInRange(1440 - (5 * 38), 1440 + (5 * 38));
    }

    public void Dispose() => _folder.Dispose();
}
