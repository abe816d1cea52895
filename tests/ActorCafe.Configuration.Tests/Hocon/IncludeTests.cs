namespace ActorCafe.Configuration.Tests.Hocon;

public class IncludeTests
{
    [Theory]
    [InlineData("include \"menu.conf\"")]
    [InlineData("include file(\"menu.conf\")")]
    [InlineData("include required(\"menu.conf\")")]
    [InlineData("include required(file(\"menu.conf\"))")]
    [InlineData("{ include \"menu.conf\" }")]
    public void Every_spelling_of_an_include_brings_the_keys_of_the_file(string text) =>
        InMemoryHocon.Shown(text, ("menu.conf", "a = 1")).ShouldBe("{a: 1}");

    [Fact]
    public void An_include_counts_at_its_place() =>
        InMemoryHocon.Shown("a = 1\nb = 1\ninclude \"menu.conf\"\nb = 3", ("menu.conf", "a = 2\nb = 2")).ShouldBe("{a: 2, b: 3}");

    [Fact]
    public void An_include_inside_an_object_brings_its_keys_there() =>
        InMemoryHocon.Shown("cafe { name = x\n include \"menu.conf\"\n}", ("menu.conf", "menu.tea.share = 1")).ShouldBe("{cafe: {name: x, menu: {tea: {share: 1}}}}");

    [Fact]
    public void A_file_may_be_included_twice() =>
        InMemoryHocon.Shown("a { include \"x.conf\" }\nb { include \"x.conf\" }", ("x.conf", "y = 1")).ShouldBe("{a: {y: 1}, b: {y: 1}}");

    [Theory]
    [InlineData("a { include \"x.conf\" }", "x = 1\ny = ${x}", "{a: {x: 1, y: 1}}")]
    [InlineData("a { include \"x.conf\" }", "x = 1\ny = ${?x}", "{a: {x: 1, y: 1}}")]
    [InlineData("x = 2\na { include \"x.conf\" }", "x = 1\ny = ${x}", "{x: 2, a: {x: 1, y: 1}}")]
    [InlineData("x = 2\na { include \"x.conf\" }", "y = ${x}", "{x: 2, a: {y: 2}}")]
    [InlineData("a { include \"x.conf\"\n x = 3 }", "x = 1\ny = ${x}", "{a: {x: 3, y: 3}}")]
    [InlineData("a { b { include \"x.conf\" } }\na.b.x = 4", "y = [${x}, 5]", "{a: {b: {y: [4, 5], x: 4}}}")]
    [InlineData("a { x = 1\n include \"x.conf\" }", "x = ${x}0", "{a: {x: 10}}")]
    [InlineData("x = 7\na { include \"x.conf\" }", "x = ${x}", "{x: 7, a: {x: 7}}")]
    [InlineData("a { include \"x.conf\" }", "x = 1\ny = ${a.x}", "{a: {x: 1, y: 1}}")]
    public void A_substitution_of_an_included_file_looks_under_the_including_place_and_then_from_the_root(string outer, string inner, string all) =>
        InMemoryHocon.Shown(outer, ("x.conf", inner)).ShouldBe(all);

    [Theory]
    [InlineData("url(\"http://x/menu.conf\")", "url")]
    [InlineData("required(classpath(\"menu.conf\"))", "classpath")]
    public void An_include_of_anything_but_a_file_is_refused_by_its_name(string what, string function) =>
        InMemoryHocon.Error($"\ninclude {what}").ShouldContain($"line 2: include {function}(...) is not supported: only files are included; save the file beside this one and write include \"file.conf\"");

    [Fact]
    public void A_substitution_of_an_included_file_means_a_path_of_the_whole() =>
        InMemoryHocon.Shown("cafe { include \"x.conf\" }\nmean = 20s", ("x.conf", "grind = ${mean}")).ShouldBe("{cafe: {grind: 20s}, mean: 20s}");

    [Theory]
    [InlineData("include = 1")]
    [InlineData("include menu.conf")]
    [InlineData("include")]
    [InlineData("include \"\"")]
    [InlineData("include url(\"http://x\")")]
    [InlineData("include file(\"menu.conf\"")]
    [InlineData("include \"menu.conf\" a = 1")]
    public void An_include_that_names_no_file_is_an_error(string text) =>
        InMemoryHocon.Error(text, ("menu.conf", "")).ShouldStartWith("shop.conf: line 1: ");

    [Fact]
    public void A_missing_include_is_an_error_of_the_line_that_names_it() =>
        InMemoryHocon.Error("a = 1\ninclude \"nosuch.conf\"").ShouldStartWith("shop.conf: line 2: include \"nosuch.conf\": there is no such file (nosuch.conf); ");

    [Fact]
    public void An_error_in_an_included_file_names_that_file() =>
        InMemoryHocon.Error("include \"x.conf\"", ("x.conf", "\na = [")).ShouldStartWith("x.conf: line 2: ");

    [Fact]
    public void A_key_of_a_file_included_in_an_object_is_named_in_full() =>
        InMemoryHocon.Error("cafe { include \"x.conf\" }", ("x.conf", "name =")).ShouldStartWith("x.conf: cafe.name: no value follows");

    [Fact]
    public void A_circle_of_includes_names_its_files() =>
        InMemoryHocon.Error("include \"a.conf\"", ("a.conf", "include \"b.conf\""), ("b.conf", "\ninclude \"a.conf\""))
            .ShouldStartWith("b.conf: line 2: the include goes in a circle: shop.conf -> a.conf -> b.conf -> a.conf; ");

    [Fact]
    public void A_file_that_includes_itself_is_a_circle() =>
        InMemoryHocon.Error("include \"shop.conf\"").ShouldContain("shop.conf -> shop.conf");

    [Fact]
    public void Files_that_each_include_the_next_twice_are_refused_before_they_fill_the_memory()
    {
        var files = Enumerable.Range(1, 45).Select(i => ($"{i}.conf", $"include \"{i + 1}.conf\"\ninclude \"{i + 1}.conf\"\n")).Append(("46.conf", "")).ToArray();

        InMemoryHocon.Error("include \"1.conf\"", files).ShouldContain("files include one another too many times");
    }

    [Fact]
    public void A_chain_of_a_thousand_includes_is_refused()
    {
        var files = Enumerable.Range(1, 1000).Select(i => ($"{i}.conf", $"include \"{i + 1}.conf\"")).ToArray();

        InMemoryHocon.Error("include \"1.conf\"", files).ShouldContain("files include one another too many times");
    }

    [Fact]
    public void Nesting_counts_through_includes()
    {
        var open = string.Concat(Enumerable.Repeat("a {", 60));

        InMemoryHocon.Error(open + "\ninclude \"x.conf\"\n" + new string('}', 60), ("x.conf", open + new string('}', 60))).ShouldContain("more than 100 deep");
    }
}
