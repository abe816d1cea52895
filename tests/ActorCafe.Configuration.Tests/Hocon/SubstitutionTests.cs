using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Tests.Hocon;

public class SubstitutionTests
{
    [Theory]
    [InlineData("a = ${b.c}\nb.c = 1", "{a: 1, b: {c: 1}}")]
    [InlineData("a = ${\"b.c\"}\n\"b.c\" = 1", "{a: 1, b.c: 1}")]
    [InlineData("b = 20\na = ${b}s", "{b: 20, a: 20s}")]
    [InlineData("b = 1, c = 2\na = [${b}, ${?c}, x${?d}]", "{b: 1, c: 2, a: [1, 2, x]}")]
    [InlineData("b = [1]\na = ${b} [2] ${b}", "{b: [1], a: [1, 2, 1]}")]
    [InlineData("b { x = 1 }\na = ${b} { y = 2 }", "{b: {x: 1}, a: {x: 1, y: 2}}")]
    [InlineData("b { x = 1, y = 1 }\na = ${b}\na.y = 2", "{b: {x: 1, y: 1}, a: {x: 1, y: 2}}")]
    [InlineData("b { x = 1 }\na { y = 2 }\na = ${b}", "{b: {x: 1}, a: {y: 2, x: 1}}")]
    [InlineData("b = 5\na = ${b}\na { y = 2 }", "{b: 5, a: {y: 2}}")]
    [InlineData("a = ${b}\nb = ${c}\nc = \"x\"", "{a: \"x\", b: \"x\", c: \"x\"}")]
    [InlineData("a = ${b}\nb = 1\nb = 2", "{a: 2, b: 2}")]
    [InlineData("bar { foo = 42, baz = ${bar.foo} }", "{bar: {foo: 42, baz: 42}}")]
    [InlineData("a = ${b}\nb { x = ${a.y}, y = 1 }", "{a: {x: 1, y: 1}, b: {x: 1, y: 1}}")]
    [InlineData("a = ${b}\nc = ${a.x}\nb.x = 1", "{a: {x: 1}, c: 1, b: {x: 1}}")]
    public void A_substitution_stands_for_the_value_at_its_path_in_the_whole(string text, string tree) =>
        InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("a = ${?X}", "{}")]
    [InlineData("c.a = ${?X}", "{c: {}}")]
    [InlineData("a = ${?X}${?Y}", "{}")]
    [InlineData("a = x${?Y}", "{a: x}")]
    [InlineData("a = ${?X} [1]", "{a: [1]}")]
    [InlineData("b = null\na = ${?b}", "{}")]
    public void An_optional_substitution_without_a_value_leaves_nothing(string text, string tree) =>
        InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("a = [${?X}]", "a: ${?X} on line 1")]
    [InlineData("b = 1\na = [${b}, ${?X}, 2]", "a: ${?X} on line 2")]
    [InlineData("a = [ ${?X}${?Y} ]", "a: ${?X} on line 1")]
    [InlineData("a.b = [[1], [${?X}]]", "a.b: ${?X} on line 1")]
    [InlineData("a = []\na += ${?X}", "a: ${?X} on line 2")]
    public void A_list_is_not_made_shorter_by_a_substitution_without_a_value(string text, string place) =>
        InMemoryHocon.Error(text).ShouldBe($"shop.conf: {place} has no value; name a key that has a value (environment variables are not read in files)");

    [Fact]
    public void What_stood_before_stays_where_an_optional_substitution_has_no_value() =>
        InMemoryHocon.Shown("seed = 1\nseed = ${?SEED}").ShouldBe("{seed: 1}");

    [Fact]
    public void Environment_variables_are_not_read()
    {
        var error = InMemoryHocon.Error("cafe.name = ${PATH}");

        error.ShouldStartWith("shop.conf: cafe.name: ${PATH} on line 1 has no value; ");
        error.ShouldContain("environment variables are not read");
    }

    [Fact]
    public void A_substitution_without_a_value_names_the_key_it_was_written_at() =>
        InMemoryHocon.Error("a = ${b}\nb.c = [${nope}]").ShouldStartWith("shop.conf: b.c: ${nope} on line 2 has no value");

    [Theory]
    [InlineData("a = 1\na = ${a}2", "{a: 12}")]
    [InlineData("a = [1]\na = ${a} [2]\na = ${a} [3]", "{a: [1, 2, 3]}")]
    [InlineData("a = ${?a} [1]\na = ${?a} [2]", "{a: [1, 2]}")]
    [InlineData("b { a = [1]\n a = ${b.a} [2] }\nc = ${b}", "{b: {a: [1, 2]}, c: {a: [1, 2]}}")]
    public void Its_own_key_means_what_stood_there_before(string text, string tree) => InMemoryHocon.Shown(text).ShouldBe(tree);

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = ${b}\nb = ${a}")]
    [InlineData("a = ${?b}\nb = ${?a}")]
    [InlineData("a.x = ${a}")]
    [InlineData("a.x = ${b}\nb.y = ${a}")]
    [InlineData("a = [${a}]")]
    [InlineData("a = ${b.x}\nb = ${a.y}")]
    [InlineData("a = x ${b}\nb = y ${a}")]
    public void A_circle_is_an_error(string text) => InMemoryHocon.Error(text).ShouldContain("leads back to itself");

    [Theory]
    [InlineData("b = [1]\na = x ${b}")]
    [InlineData("b { x = 1 }\na = [1] ${b}")]
    public void A_list_beside_a_text_is_an_error_that_names_the_key(string text) =>
        InMemoryHocon.Error(text).ShouldStartWith("shop.conf: a: ");

    [Fact]
    public void A_substituted_value_has_the_origin_of_the_place_it_was_put()
    {
        var tree = InMemoryHocon.Read("b { x = 1 }\na = ${b.x}\nc = ${b}");

        tree.At("a").Origin.Line.ShouldBe(2);
        tree.At("c").Origin.Line.ShouldBe(3);
        tree.At("c", "x").Origin.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("[${{0}}, ${{0}}]", "[x]")]
    [InlineData("${{0}}${{0}}", "xxxxxxxxxx")]
    [InlineData("${{0}} ${{0}}", "[1]")]
    [InlineData("{ l = ${{0}}, r = ${{0}} }", "{ x = 1 }")]
    public void Substitutions_that_double_at_each_step_are_refused(string doubled, string first)
    {
        var text = $"a0 = {first}\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i + 1} = {doubled.Replace("{{0}}", $"{{a{i}}}", StringComparison.Ordinal)}\n"));

        InMemoryHocon.Error(text).ShouldStartWith("shop.conf: a");
    }

    [Fact]
    public void Objects_that_are_merged_into_copies_of_copies_are_refused_before_they_fill_the_memory()
    {
        // Each step merges two copies of the one before, including their content.
        var text = "a0 { x = 1 }\n" + string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"a{i + 1} {{ l = ${{a{i}}}\n l {{ k = 1 }}\n r = ${{a{i}}}\n r {{ k = 2 }} }}\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        InMemoryHocon.Error(text).ShouldContain("its substitutions make the configuration too large");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300_000_000);
    }

    [Fact]
    public void A_long_chain_of_substitutions_is_an_error_and_no_crash() =>
        InMemoryHocon.Error(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i} = ${{a{i + 1}}}\n"))).ShouldStartWith("shop.conf: a");

    [Fact]
    public void A_key_that_grows_line_by_line_without_end_is_an_error_and_no_crash() =>
        InMemoryHocon.Error("a = x\n" + string.Concat(Enumerable.Repeat("a = ${a}x\n", 100_000))).ShouldStartWith("shop.conf: a");
}
