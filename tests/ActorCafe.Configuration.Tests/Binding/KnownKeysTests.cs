using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;
using Akka.Configuration;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class KnownKeysTests
{
    [Theory]
    [InlineData("cofe.seed=3", "cofe: unknown key; did you mean cafe?")]
    [InlineData("kitchen.size=3", "kitchen: unknown key; write cafe or akka")]
    [InlineData("cafe.sead=3", "cafe.sead: unknown key; did you mean seed?")]
    [InlineData("cafe.clock.scale=3", "cafe.clock.scale: unknown key; write mode or time-scale")]
    [InlineData("cafe.statistics.warmup=3", "cafe.statistics.warmup: unknown key; did you mean warm-up?")]
    [InlineData("cafe.clock=3", "cafe.clock: expected an object, not '3'; write clock { ... }")]
    [InlineData("cafe=3", "cafe: expected an object, not '3'; write cafe { ... }")]
    [InlineData("cafe=null", "cafe: the key is missing; write cafe { ... }")]
    [InlineData("cafe.dispatcher=fast", "cafe.dispatcher: expected an object, not 'fast'; write dispatcher { ... }")]
    [InlineData("akka.aktor.provider=local", "akka.aktor: unknown key; did you mean actor?")]
    [InlineData("akka.actor.providr=local", "akka.actor.providr: unknown key; did you mean provider?")]
    [InlineData("akka.kitchen.size=3", "akka.kitchen: unknown key; remove it")]
    [InlineData("cafe.book.stor=sqlite", "cafe.book.stor: unknown key; did you mean store?")]
    [InlineData("cafe.book.store=oracle", "cafe.book.store: 'oracle' is no known store; write sqlite or postgres")]
    [InlineData("cafe.cluster.prot=1", "cafe.cluster.prot: unknown key; did you mean port?")]
    [InlineData("cafe.cluster.port=65536", "cafe.cluster.port: 65536 is out of range; write a whole number from 0 to 65535")]
    [InlineData("cafe.cluster.seed-nodes=a", "cafe.cluster.seed-nodes: expected a list, not 'a'; write seed-nodes = [\"127.0.0.1:4053\"]")]
    [InlineData("cafe.cluster.seed-nodes=[a]", "cafe.cluster.seed-nodes: 'a' is not a seed node: it has no port; write HOST:PORT, as in 127.0.0.1:4053 or [::1]:4053")]
    [InlineData("cafe.cluster.http.api_key=k", "cafe.cluster.http.api_key: unknown key; did you mean api-key?")]
    [InlineData("cafe.book.max-open=0", "cafe.book.max-open: 0 is out of range; write a whole number, 1 or more")]
    [InlineData("cafe.book.max-open=many", "cafe.book.max-open: 'many' is not a whole number; write a whole number, 1 or more")]
    [InlineData("cafe.cluster.management.port=1", "cafe.cluster.management.port: unknown key; write http-port")]
    [InlineData("cafe.cluster.management.http-port=65536", "cafe.cluster.management.http-port: 65536 is out of range; write a whole number from 0 to 65535")]
    [InlineData("cafe.cluster.management.http-port=8080", "cafe.cluster.management.http-port: 8080 is the HTTP port too; write another port, or 0 for any free one")]
    [InlineData("cafe.cluster.detection=slow", "cafe.cluster.detection: 'slow' is no known detection; write fast or shared")]
    [InlineData("cafe.cluster.tls=on", "cafe.cluster.tls: expected an object, not 'on'; write tls { ... }")]
    [InlineData("cafe.cluster.telemetry.endpoint=\"udp://a\"", "cafe.cluster.telemetry.endpoint: 'udp://a' is not the address of a collector; write endpoint = \"http://127.0.0.1:4317\", or none")]
    [InlineData("cafe.cluster.sweep.paralel=2", "cafe.cluster.sweep.paralel: unknown key; did you mean parallel?")]
    [InlineData("cafe.cluster.sweep.parallel=-1", "cafe.cluster.sweep.parallel: -1 is out of range; write a whole number from 0 to 1024, or processors")]
    [InlineData("cafe.cluster.sweep.parallel=all", "cafe.cluster.sweep.parallel: 'all' is not a whole number; write a whole number from 0 to 1024, or processors")]
    [InlineData("akka.actor.deployment./cafe/grinder.cluster.use-rolle=x", "akka.actor.deployment./cafe/grinder.cluster.use-rolle: unknown key; did you mean use-role?")]
    [InlineData("akka.actor.deployment./cafe/grinder.cluster.enabled=maybe", "akka.actor.deployment./cafe/grinder.cluster.enabled: 'maybe' is neither on nor off; write on or off")]
    [InlineData("akka=3", "akka: expected an object, not '3'; write akka { ... }")]
    public void A_key_that_nothing_knows_is_refused(string set, string message) =>
        TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Theory]
    [InlineData("cafe.book={ store = sqlite, connection = x }")]
    [InlineData("cafe.cost.grinder=3")]
    [InlineData("cafe.cluster.seed-nodes=[\"front:4053\"]")]
    [InlineData("cafe.cluster={ discovery = kubernetes, seed-nodes = [\"front:4053\"] }")]
    [InlineData("cafe.cluster={ management.http-port = 8558, detection = shared }")]
    [InlineData("cafe.book.max-open=1")]
    [InlineData("akka.loglevel=DEBUG")]
    [InlineData("akka.cluster.seed-nodes=[a, b]")]
    [InlineData("akka.remote.dot-netty.tcp.port=0")]
    [InlineData("akka.actor.default-dispatcher.throughput=50")]
    [InlineData("cafe.customers.arrivals.think={ distribution = exponential }")]
    [InlineData("cafe.customers.arrivals.file=nowhere.csv")]
    [InlineData("cafe.step.grind.service.cv=soon")]
    public void What_is_read_elsewhere_or_by_another_kind_is_let_pass(string set) =>
        TestShops.Pipeline(set).Stages.Length.ShouldBe(3);

    [Fact]
    public void The_shop_of_a_cluster_can_be_played_on_one_node() =>
        TestShops.Embedded("cluster.conf").Settings.Stages.Select(stage => stage.Workers).ShouldBe([8, 16, 24]);

    [Fact]
    public void Every_key_of_reference_conf_is_known() =>
        ShopFiles.Load([], []).Settings.Name.ShouldBe("pipeline");

    [Fact]
    public void Every_key_of_Akkas_own_reference_is_known()
    {
        var akka = ConfigurationFactory.Default().GetConfig("akka").Root.GetObject();

        akka.Items.Keys.Except(KnownKeys.Akka).ShouldBeEmpty();
        akka.GetKey("actor").GetObject().Items.Keys.Except(KnownKeys.AkkaActor).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cafe.name=\"\"", "cafe.name: the text is empty; write one line of text")]
    [InlineData("cafe.name=\"a\\nb\"", "cafe.name: the text has a line break or another control character; write one line of text")]
    [InlineData("cafe.name={}", "cafe.name: expected text, not an object; write one line of text")]
    [InlineData("cafe.seed=1.5", "cafe.seed: '1.5' is not a whole number; write a 64-bit whole number")]
    [InlineData("cafe.clock.mode=fast", "cafe.clock.mode: 'fast' is no known mode; write virtual, paced or real")]
    [InlineData("cafe.clock.time-scale=0", "cafe.clock.time-scale: '0' is not above 0; write a number above 0")]
    [InlineData("cafe.clock.time-scale=-60", "cafe.clock.time-scale: '-60' is not above 0; write a number above 0")]
    [InlineData("cafe.clock.time-scale=60s", "cafe.clock.time-scale: '60s' is not a number; write a number above 0")]
    [InlineData("cafe.statistics.warm-up=200", "cafe.statistics.warm-up: a warm-up of 200 leaves none of 200 orders to count; write a smaller number, or auto")]
    [InlineData("cafe.statistics.warm-up=-1", "cafe.statistics.warm-up: -1 is out of range; write a whole number, 0 or more, a time such as 30m, or auto")]
    [InlineData("cafe.statistics.warm-up=some", "cafe.statistics.warm-up: 'some' is not a whole number; write a whole number, 0 or more, a time such as 30m, or auto")]
    [InlineData("cafe.statistics.confidence=1", "cafe.statistics.confidence: the level is not between 0 and 1; write a number above 0 and below 1 such as 0.95")]
    [InlineData("cafe.statistics.confidence=95%", "cafe.statistics.confidence: '95%' is not a number; write a number")]
    public void A_wrong_plain_value_is_refused(string set, string message) =>
        TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Theory]
    [InlineData("cafe.name=\"Zur schönen Aussicht #3\"", "Zur schönen Aussicht #3")]
    [InlineData("cafe.name=3", "3")]
    public void Any_line_of_text_is_a_name(string set, string name) => TestShops.Pipeline(set).Name.ShouldBe(name);

    [Theory]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0", 0)]
    public void Any_64_bit_number_is_a_seed(string text, long seed) => TestShops.Pipeline($"cafe.seed={text}").Seed.ShouldBe(seed);

    [Fact]
    public void An_automatic_warm_up_is_found_later() => TestShops.Pipeline("cafe.statistics.warm-up=auto").Statistics.WarmUp.ShouldBeOfType<WarmUp.Auto>();

    [Fact]
    public void A_warm_up_is_not_bounded_where_the_door_ends_the_run() =>
        TestShops.Pipeline("cafe.customers.orders=unlimited", "cafe.customers.until=8h", "cafe.statistics.warm-up=5000").Statistics.WarmUp.ShouldBe(new WarmUp.Orders(5000));

    [Fact]
    public void What_Akka_gets_it_can_read()
    {
        var shop = TestShops.Pipeline("akka.loglevel=DEBUG", "akka.actor.deployment./cafe/grinder.nr-of-instances=7", "cafe.dispatcher.throughput=10");

        var read = ConfigurationFactory.ParseString(shop.AkkaHocon);

        read.GetString("akka.loglevel").ShouldBe("DEBUG");
        read.GetInt("cafe.dispatcher.throughput").ShouldBe(10);
        read.GetConfig("akka.actor.deployment").Root.GetObject().GetKey("/cafe/grinder").GetObject().GetKey("nr-of-instances").GetInt().ShouldBe(7);
    }

    [Fact]
    public void Akka_gets_nothing_of_the_shop() => TestShops.Pipeline().AkkaHocon.ShouldNotContain("customers");

    [Fact]
    public void The_printed_tree_has_all_the_settings() =>
        HoconWriter.Write(TestShops.Embedded("pipeline.conf").Tree).ShouldContain("time-scale");
}
