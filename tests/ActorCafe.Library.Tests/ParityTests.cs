using ActorCafe.Shop.Settings;

namespace ActorCafe.Library.Tests;

/// <summary>A shop in C# is the shop of its HOCON file, to the last bit.</summary>
public sealed class ParityTests
{
    [Theory]
    [InlineData("solo")]
    [InlineData("duplicated")]
    [InlineData("pipeline")]
    [InlineData("more-grinders")]
    [InlineData("more-machines")]
    public async Task A_shop_in_code_has_the_checksum_of_its_file(string name)
    {
        var fromFile = await Cafe.Load(Path.Combine(AppContext.BaseDirectory, "hocon", $"{name}.conf")).RunAsync(seed: 7);

        var fromCode = await EssayShops.Of(name).RunAsync(seed: 7);

        fromCode.Checksum.ShouldBe(fromFile.Checksum);
        fromCode.Capacity.ShouldBe(fromFile.Capacity);
        fromCode.Bottleneck.ShouldBe(fromFile.Bottleneck);
    }

    [Fact]
    public async Task Whatever_a_file_says_of_stages_and_drinks_code_can_say()
    {
        using var folder = new TempFolder();
        var file = folder.Write("clinic.conf", """
            cafe {
              name = clinic
              step { register.service = 30s, "take blood".service { distribution = gamma, mean = 90s, cv = 0.5 }, scan.service { distribution = erlang, mean = 2m, phases = 3 } }
              menu {
                check-up { steps = [register, "take blood", scan], share = 3, remake { step = scan, probability = 0.1 } }
                urgent { steps = [register, scan], share = 1, priority = 5, service.scan { distribution = uniform, min = 60s, max = 90s } }
              }
              stages = [desk, nurse, scanner]
              stage {
                desk { performs = [register], hand-over-time = 2.5s, patience = 4m }
                nurse { performs = ["take blood"], queue-capacity = 2, when-full = reject, schedule = [ { at = 1h, workers = 3 } ], schedule-repeats = 2h }
                scanner {
                  worker = ct, is = machine, performs = [scan], priority = preemptive
                  breakdown { up { distribution = exponential, mean = 1h }, repair = 3m, order = give-back }
                }
              }
              customers { arrivals { process = renewal, distribution = exponential, mean = 50s, batch = 2, changes = [ { at = 2h, mean = 80s } ] }, orders = 400, opens-at = 30m, until = 7h }
              statistics { warm-up = 20, confidence = 0.9 }
            }
            akka.actor.deployment {
              /cafe/desk { router = shared-queue-pool, nr-of-instances = 1 }
              /cafe/nurse { router = shortest-queue-pool, nr-of-instances = 2 }
              /cafe/scanner { router = shared-queue-pool, nr-of-instances = 2 }
            }
            """);
        var shop = Cafe.Define("clinic")
            .Step("register", Deterministic(30)).Step("take blood", Gamma(90, 0.5)).Step("scan", Erlang(120, 3))
            .Drink("check-up", ["register", "take blood", "scan"], new() { Share = 3, Remake = "scan", RemakeProbability = 0.1 })
            .Drink("urgent", ["register", "scan"], new() { Share = 1, Priority = 5, Times = [("scan", Uniform(60, 90))] })
            .Stage("desk", 1, "register", new() { HandOverTime = TimeSpan.FromSeconds(2.5), Patience = Deterministic(240) })
            .Stage("nurse", 2, "take blood", new()
            {
                Router = "shortest-queue-pool",
                QueueCapacity = 2,
                WhenFull = WhenFull.Reject,
                Schedule = [new(TimeSpan.FromHours(1), 3)],
                ScheduleRepeats = TimeSpan.FromHours(2),
            })
            .Stage("scanner", 2, "scan", new()
            {
                Worker = "ct",
                Is = WorkerKind.Machine,
                Priority = StagePriority.Preemptive,
                Breakdown = new(Exponential(3600), Deterministic(180), GivesBack: true),
            })
            .Arrivals(Exponential(50), batch: 2, changes: [new(TimeSpan.FromHours(2), TimeSpan.FromSeconds(80))])
            .Orders(400).OpensAt(TimeSpan.FromMinutes(30)).Until(TimeSpan.FromHours(7)).WarmUp(20).Confidence(0.9);

        var (fromFile, fromCode) = (await Cafe.Load(file).RunAsync(), await shop.RunAsync());

        fromCode.Checksum.ShouldBe(fromFile.Checksum);
        fromCode.Orders.ShouldBe(fromFile.Orders);
        fromCode.Stages.ShouldBe(fromFile.Stages);
        fromCode.Opened.ShouldBe(1800);
    }

    public static TheoryData<string, Cafe> Processes => new()
    {
        { "process = saturated", Any.ArrivalsSaturated() },
        { "process = all-at-once", Any.ArrivalsAtOnce() },
        { "process = closed, population = 7, think { distribution = exponential, mean = 60s }", Any.ArrivalsOf(7, Exponential(60)) },
        { "process = hourly, rates = [20, 60.5]", Any.ArrivalsByHour(20, 60.5) },
    };

    private static Cafe Any => EssayShops.Of("pipeline").Patience(Deterministic(600));

    [Theory]
    [MemberData(nameof(Processes), DisableDiscoveryEnumeration = true)]
    public async Task Every_arrival_process_of_a_file_is_a_method(string hocon, Cafe shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var fromFile = await Cafe.Load(Path.Combine(AppContext.BaseDirectory, "hocon", "pipeline.conf"))
            .With("cafe.customers.arrivals", $"{{ {hocon} }}").With("cafe.customers.patience", "10m").RunAsync();

        (await shop.RunAsync()).Checksum.ShouldBe(fromFile.Checksum);
    }

    [Fact]
    public async Task Recorded_customers_come_from_a_file()
    {
        using var folder = new TempFolder();
        var day = folder.Write("day.csv", "time,customer,drink\n10,Ada,order\n12.5,Bob,order\n");

        var result = await EssayShops.Of("pipeline").Orders(2).ArrivalsFrom(day).RunAsync();

        result.Orders.Served.ShouldBe(2);
    }
}
