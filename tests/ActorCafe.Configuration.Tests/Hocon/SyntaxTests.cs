using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public class SyntaxTests
{
    [Fact]
    public void An_empty_file_is_an_empty_object() => InMemoryHocon.Shown("").ShouldBe("{}");

    [Theory]
    [InlineData("# one\n// two\n")]
    [InlineData("\n\n  \t\r\n")]
    [InlineData("{}")]
    [InlineData("# before\n{ # inside\n} // after")]
    public void A_file_of_comments_and_blanks_is_an_empty_object(string text) => InMemoryHocon.Shown(text).ShouldBe("{}");

    [Theory]
    [InlineData("a = 1\nb = 2")]
    [InlineData("{ a = 1, b = 2 }")]
    [InlineData("{ a = 1\n b = 2, }")]
    [InlineData("a : 1, b : 2,")]
    [InlineData("a=1 # why\nb=2// why")]
    [InlineData("{\"a\": 1\n , b: 2}")]
    [InlineData("a = 1\r\nb = 2\r\n")]
    public void Keys_are_separated_by_lines_or_commas_with_or_without_root_braces(string text) =>
        InMemoryHocon.Shown(text).ShouldBe("{a: 1, b: 2}");

    [Theory]
    [InlineData("a.b.c = 1")]
    [InlineData("a { b { c = 1 } }")]
    [InlineData("a { b.c : 1 }")]
    [InlineData("a = { b = {\n c = 1\n}\n}")]
    [InlineData("a\n{\n  b =\n  { c = 1 }\n}")]
    [InlineData("\"a\".\"b\".c = 1")]
    public void A_dotted_key_is_the_same_as_nested_objects(string text) => InMemoryHocon.Shown(text).ShouldBe("{a: {b: {c: 1}}}");

    [Fact]
    public void A_path_of_an_actor_is_a_key_like_any_other()
    {
        var tree = InMemoryHocon.Read("akka.actor.deployment { /cafe/waiter { router = x } }\nakka.actor.deployment./cafe/grinder.nr-of-instances = 3");

        tree.Leaves().Select(leaf => leaf.Path)
            .ShouldBe(["akka.actor.deployment./cafe/waiter.router", "akka.actor.deployment./cafe/grinder.nr-of-instances"]);
    }

    [Theory]
    [InlineData("\"a.b\" = 1", "\"a.b\"")]
    [InlineData("\"/cafe/*\" = 1", "\"/cafe/*\"")]
    [InlineData("x.\"two words\".y = 1", "x.\"two words\".y")]
    [InlineData("\"with \\\"quotes\\\"\" = 1", "\"with \\\"quotes\\\"\"")]
    [InlineData("\"a//b\" = 1", "\"a//b\"")]
    public void A_quoted_key_is_one_segment_and_is_printed_with_its_quotes(string text, string path) =>
        InMemoryHocon.Read(text).Leaves().Single().Path.ShouldBe(path);

    [Theory]
    [InlineData("a = two words  # comment", "two words")]
    [InlineData("a =   x   y  ", "x   y")]
    [InlineData("a = -1.5e+3", "-1.5e+3")]
    [InlineData("a = data/orders.csv", "data/orders.csv")]
    [InlineData("a = 45 s // comment", "45 s")]
    [InlineData("a = \"x\"", "\"x\"")]
    [InlineData("a = \"\"", "\"\"")]
    [InlineData("a = one \"two\" three", "\"one two three\"")]
    [InlineData("a = \"\\t\\u00e9\\\\\\/\\\"\"", "\"\té\\/\"\"")]
    [InlineData("a = \"# // ${x} {[\"", "\"# // ${x} {[\"")]
    [InlineData("a = \"\"\"one \"two\"\nthree\\n\"\"\"", "\"one \"two\"\nthree\\n\"")]
    [InlineData("a = \"\"\"ends in a quote\"\"\"\"", "\"ends in a quote\"\"")]
    public void A_value_is_text_quoted_or_not(string text, string value) => InMemoryHocon.Shown(text).ShouldBe($"{{a: {value}}}");

    [Theory]
    [InlineData("a = [1, 2, 3]")]
    [InlineData("a = [1\n2\n3\n]")]
    [InlineData("a = [ 1, # one\n 2 // two\n , 3, ]")]
    [InlineData("a =\n[1, 2, 3]")]
    [InlineData("a = [1] [2, 3]")]
    public void A_list_is_separated_by_commas_or_lines(string text) => InMemoryHocon.Shown(text).ShouldBe("{a: [1, 2, 3]}");

    [Fact]
    public void Lists_hold_objects_lists_and_texts() =>
        InMemoryHocon.Shown("a = [ { at = 2h, workers = 4 }, [x, \"y\"], two words, {}, [] ]")
            .ShouldBe("{a: [{at: 2h, workers: 4}, [x, \"y\"], two words, {}, []]}");

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() =>
        InMemoryHocon.Shown("\uFEFFname = x\n\uFEFFseed = 1").ShouldBe("{name: x, seed: 1}");

    [Fact]
    public void Every_value_knows_its_file_and_line()
    {
        var tree = InMemoryHocon.Read("# comment\na {\n  b = 1\n  text = \"\"\"x\n\n\"\"\"\n  c = [\n 2 ]\n}");

        tree.At("a", "b").Origin.ShouldBe(new Origin("shop.conf", 3));
        tree.At("a", "text").Origin.Line.ShouldBe(4);
        tree.At("a", "c").ShouldBeOfType<HoconArray>().Items[0].Origin.Line.ShouldBe(8);
    }

    [Fact]
    public void Values_of_the_reference_say_so() =>
        HoconReader.Read(new TextSource("reference.conf", "a.b = 1"), isReference: true)
            .At("a", "b").Origin.ShouldBe(new Origin("reference.conf", 1, IsReference: true));
}
