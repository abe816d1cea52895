using ActorCafe.Configuration.Hocon;
using Akka.Configuration;
using CsCheck;
using HoconObject = ActorCafe.Configuration.Hocon.HoconObject;
using HoconValue = Akka.Configuration.Hocon.HoconValue;

namespace ActorCafe.Configuration.Tests.Hocon;

public class WriterTests
{
    [Theory]
    [InlineData("a { b = 1, c = on, d = 45s, e = -0.5 }")]
    [InlineData("a = \"text with \\\"quotes\\\", \\\\ and\\n a second line\\ttab\"")]
    [InlineData("a = \"# // ${x} {[=:,\"")]
    [InlineData("a = \"\", b = \"null\", c = \"1\"")]
    [InlineData("\"a.b\" { \"two words\" = 1, \"/cafe/*\" = 2, include-not = 3, \"include\" = 4 }")]
    [InlineData("a = [1, \"x, y\", two words, { at = 2h }], b = [], c {}")]
    [InlineData("a = data/orders.csv, b = 1.2.3, c = -x, d = 10.0.0.1")]
    [InlineData("a = \"Café ☕\"")]
    public void What_is_written_reads_back_the_same_here_and_in_Akka(string text)
    {
        var tree = InMemoryHocon.Read(text);

        ReadsBack(tree);
    }

    [Fact]
    public void A_deployment_reaches_Akka_with_its_keys()
    {
        var tree = InMemoryHocon.Read("akka.actor.deployment./cafe/waiter { router = shared-queue-pool, nr-of-instances = 2 }\nakka.loggers = [\"A, B\"]");

        var config = ConfigurationFactory.ParseString(HoconWriter.Write(tree));

        config.GetConfig("akka.actor.deployment").Root.GetObject().Unwrapped.Keys.ShouldBe(["/cafe/waiter"]);
        config.GetString("akka.actor.deployment./cafe/waiter.router").ShouldBe("shared-queue-pool");
        config.GetStringList("akka.loggers").ShouldBe(["A, B"]);
    }

    [Fact]
    public void A_text_of_nothing_that_no_one_quoted_is_still_a_value() =>
        HoconWriter.Write(new HoconScalar("", Quoted: false, new Origin("--seed", 1))).ShouldBe("\"\"");

    [Fact]
    public void Any_tree_reads_back_the_same_here_and_in_Akka() =>
        Trees.Sample(ReadsBack, iter: 2_000);

    private static Gen<HoconObject> Trees
    {
        get
        {
            var origin = new Origin("x", 1);
            var text = Gen.OneOf(Gen.String[Gen.Char["ab1.- /\"\\#${}[],=:+'é\n\t*\r"], 0, 8], Gen.String[Gen.Char.AlphaNumeric, 1, 5]);
            var key = Gen.String[Gen.Char["ab1.- /\"\\#${}[],=:+'é*"], 1, 6];
            Gen<HoconNode> scalar = text.Select(s => (HoconNode)new HoconScalar(s, Quoted: s.Length % 2 == 0, origin));
            HoconNode Object((string, HoconNode)[] members) =>
                new HoconObject(members.DistinctBy(m => m.Item1).ToDictionary(m => m.Item1, m => m.Item2), origin);
            return Gen.Recursive<HoconNode>((depth, node) => depth > 3
                ? scalar
                : Gen.OneOf(scalar, Gen.Select(key, node).Array[0, 4].Select(Object), node.Array[0, 3].Select(items => (HoconNode)new HoconArray(items, origin))))
                .Array[1, 3].Select(items => (HoconObject)Object([.. items.Select((item, i) => ($"k{i}", item))]));
        }
    }

    private static void ReadsBack(HoconObject tree)
    {
        var written = HoconWriter.Write(tree);

        Bare(HoconReader.Resolve(HoconReader.Read(new TextSource("written", written)))).ShouldBe(Bare(tree), written);
        Bare(ConfigurationFactory.ParseString(written).Root).ShouldBe(Bare(AsAkkaTakesIt(tree)), written);
    }

    /// <summary>Akka's getters trim, treat the text "null" as no value, and return an empty list as an empty text.</summary>
    private static HoconNode AsAkkaTakesIt(HoconNode node) => node switch
    {
        HoconObject inner => inner with { Members = inner.Members.ToDictionary(m => m.Key, m => AsAkkaTakesIt(m.Value)) },
        HoconArray { Items.Count: 0 } => new HoconScalar("", Quoted: true, node.Origin),
        HoconArray list => list with { Items = [.. list.Items.Select(AsAkkaTakesIt)] },
        HoconScalar text => text with { Text = text.Text.Trim() is var trimmed && trimmed != "null" ? trimmed : "" },
        _ => node,
    };

    private static string Bare(HoconNode node) => node switch
    {
        HoconObject inner => "{" + string.Join(", ", inner.Members.Select(m => $"<{m.Key}>{Bare(m.Value)}")) + "}",
        HoconArray list => "[" + string.Join(", ", list.Items.Select(Bare)) + "]",
        _ => $"<{((HoconScalar)node).Text}>",
    };

    private static string Bare(HoconValue value) =>
        value.IsObject() ? "{" + string.Join(", ", value.GetObject().Items.Select(m => $"<{m.Key}>{Bare(m.Value)}")) + "}"
        : value.IsArray() ? "[" + string.Join(", ", value.GetArray().Select(Bare)) + "]"
        : $"<{value.GetString()}>";
}
