using System.Text.Json;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

/// <summary>A serialized shop runs like the original, to the last bit, and includes everything it needs.</summary>
public sealed class ShopTextSerializerTests : IDisposable
{
    private readonly ShopFolder _folder = new();

    public static TheoryData<string, string[]> Embedded => new()
    {
        { "solo.conf", [] },
        { "duplicated.conf", [] },
        { "pipeline.conf", [] },
        { "more-machines.conf", ["cafe.statistics.warm-up=auto", "cafe.customers.orders=500"] },
        { "morning-rush.conf", [] },
        { "morning-rush.conf", ["cafe.customers.orders=50"] },
        { "cluster.conf", ["cafe.clock.mode=virtual", "cafe.clock.time-scale=0.1"] },
        { "pipeline.conf", ["cafe.customers={ arrivals { process = hourly, rates = [20, 60] }, until = 4h, orders = unlimited, patience { distribution = exponential, mean = 5m } }"] },
        { "pipeline.conf", ["cafe.stage.machine.patience={ distribution = exponential, mean = 1m }", "cafe.statistics.warm-up=30m"] },
        { "pipeline.conf", ["cafe.customers.arrivals={ process = closed, population = 7, think { distribution = lognormal, mean = 100.5s, cv = 0.5 } }"] },
        { "pipeline.conf", ["cafe.customers.orders=null", "cafe.customers.until=3h", "cafe.name=\"O'Brien's \\\"${x}\\\" # café\""] },
        { "pipeline.conf", ["cafe.stage.machine={ queue-capacity = 2, when-full = reject, schedule = [{ at = 30m, workers = 3 }] }", "cafe.menu.coffee.remake={ step = brew, probability = 0.2 }"] },
        { "pipeline.conf", ["cafe.stage.machine={ schedule = [{ at = 30m, workers = 3 }, { at = 50m, workers = 0 }], schedule-repeats = 1h }"] },
        { "pipeline.conf", ["cafe.menu={ coffee = null, tea { steps = [accept, brew], share = 2, priority = 1, service.brew { distribution = erlang, mean = 1.5m, phases = 3 } }, latte { steps = [accept, grind, brew, brew] } }", "akka.actor.deployment./cafe/machine={ router = random-pool, nr-of-instances = 3 }"] },
    };

    [Theory]
    [MemberData(nameof(Embedded))]
    public async Task It_plays_to_the_same_numbers(string name, string[] sets) =>
        await SameAsync(ShopFiles.LoadEmbedded(name, [.. sets.Select(TestShops.Set)], new DataFileCache()));

    [Fact]
    public async Task Includes_traces_and_recorded_times_travel_wherever_they_lie()
    {
        _folder.Write("shops/day.conf", """
            include "../common/steps.conf"
            cafe.customers.arrivals { process = trace, file = "../data/day.csv" }
            cafe.seed = ${cafe.customers.orders}
            """)
            .Write("common/steps.conf", """
            cafe.step.grind.service { distribution = empirical, file = "times.txt" }
            cafe.step.brew.service { distribution = empirical, file = "../data/times.txt" }
            """)
            .Write("common/times.txt", "30\n60.5\n90\n")
            .Write("data/times.txt", "45\n")
            .Write("data/day.csv", "time,customer,drink\n0,Ada,coffee\n20.25,Bo,coffee\n20.25,Cy,coffee\n");
        var loaded = ShopFiles.Load([_folder.PathOf("shops/day.conf")], [], new DataFileCache());
        var sent = ShopTextSerializer.Serialize(loaded);

        sent.Files.Length.ShouldBe(3);
        var before = await PlayAsync(loaded.Settings);
        // Files of those names on the receiving side are not opened.
        _folder.Dispose();
        (await PlayAsync(ShopTextSerializer.Deserialize(sent))).ShouldBe(before);
    }

    [Fact]
    public void A_name_is_only_a_name()
    {
        _folder.Write("secret.txt", "45\n").Write("shop.conf", """cafe.step.grind.service { distribution = empirical, file = "secret.txt" }""");
        var sent = ShopTextSerializer.Serialize(ShopFiles.Load([_folder.PathOf("shop.conf")], [], new DataFileCache()));

        Refusal(sent with { Files = [] }).ShouldEndWith(" did not come with the shop; send it with the shop");
        Refusal(sent with { Files = [sent.Files[0] with { Name = "../secret.txt" }] }).ShouldContain("did not come with the shop");
        Refusal(new(sent.Hocon.Replace(_folder.PathOf("secret.txt"), "/etc/hostname", StringComparison.Ordinal), sent.Files)).ShouldContain("'/etc/hostname' did not come");
        Refusal(new($"include \"{_folder.PathOf("shop.conf")}\"\n{sent.Hocon}", sent.Files)).ShouldContain("cannot be included here");
        Refusal(new("include \"pipeline.conf\"", [])).ShouldContain("cannot be included here");
    }

    [Fact]
    public void Two_files_of_one_name_stay_two()
    {
        _folder.Write("menu/times.txt", "10\n");
        // The embedded morning, and a file of the same name elsewhere.
        var loaded = ShopFiles.LoadEmbedded("morning-rush.conf",
        [
            TestShops.Set($"cafe.step.grind.service={{ distribution = empirical, file = \"{_folder.PathOf("menu/times.txt")}\" }}"),
            TestShops.Set($"cafe.step.brew.service={{ distribution = empirical, file = \"{_folder.PathOf("menu/times.txt")}\" }}"),
        ], new DataFileCache());

        ShopTextSerializer.Serialize(loaded).Files.Select(file => file.Bytes.Length).ShouldBe([3, ShopFiles.EmbeddedText("orders/morning-rush.csv").Length], ignoreOrder: true);
    }

    [Fact]
    public void No_secret_and_no_address_travels()
    {
        var sent = ShopTextSerializer.Serialize(TestShops.Embedded(
            "pipeline.conf",
            "cafe.book.connection=hidden-book",
            "cafe.cluster={ hostname = hidden-host, http.api-key = hidden-key, tls { certificate = hidden.p12, password = hidden-word, authority = hidden.pem } }",
            "cafe.cost.waiter=12345",
            "akka.remote.dot-netty.tcp.public-hostname=hidden-too"));

        sent.Hocon.ShouldNotContain("hidden");
        sent.Hocon.ShouldNotContain("12345");
    }

    [Fact]
    public void Akka_is_told_of_the_pools_alone()
    {
        var sent = ShopTextSerializer.Serialize(TestShops.Embedded("pipeline.conf"));
        var stranger = sent with { Hocon = $"{sent.Hocon[..^1]}\nakka.loggers = [\"Strange.Logger, Strange\"]\nakka.actor.serializers.x = \"Strange\"\ncafe.dispatcher.type = \"Strange\"\n}}" };

        var read = ShopTextSerializer.Deserialize(stranger);

        read.AkkaHocon.ShouldNotContain("Strange");
        read.AkkaHocon.ShouldBe(ShopTextSerializer.Deserialize(sent).AkkaHocon);
    }

    [Theory]
    [InlineData("", "cafe: the key is missing")]
    [InlineData("cafe {", "")]
    [InlineData("cafe { name = a, seed = 1 }", "cafe.step: the key is missing")]
    [InlineData("\0", "it is not a text file")]
    public void What_is_no_shop_is_refused(string hocon, string words) => Refusal(new(hocon, [])).ShouldContain(words);

    public void Dispose()
    {
        if (Directory.Exists(_folder.PathOf("")))
        {
            _folder.Dispose();
        }
    }

    private static string Refusal(ShopText text) => Should.Throw<InputException>(() => ShopTextSerializer.Deserialize(text)).Message;

    private static async Task SameAsync(LoadedShop loaded)
    {
        var sent = ShopTextSerializer.Serialize(loaded);
        (await PlayAsync(ShopTextSerializer.Deserialize(sent))).ShouldBe(await PlayAsync(loaded.Settings));
    }

    private static async Task<string> PlayAsync(ShopSettings shop)
    {
        var results = new List<ShopResult>();
        foreach (var replication in new[] { 1, 2 })
        {
            results.Add(await Simulation.RunAsync(shop, new RunOptions { FirstReplication = replication }) with { WallSeconds = 0 });
        }

        return JsonSerializer.Serialize(results.Append(Simulation.Combine(results, shop)));
    }
}
